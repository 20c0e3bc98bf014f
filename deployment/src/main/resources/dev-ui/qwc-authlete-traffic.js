import { QwcHotReloadElement, html, css } from 'qwc-hot-reload-element';
import { JsonRpc } from 'jsonrpc';
import { pageStyles } from './authlete-ui.js';
import './authlete-calls.js';

/** The calls of the application since its last start. */
export class QwcAuthleteTraffic extends QwcHotReloadElement {

    jsonRpc = new JsonRpc(this, false);

    /** A function, for Lit would take the proxy itself for a directive. */
    rpc = () => this.jsonRpc;

    static styles = [pageStyles, css`
        authlete-calls {
            flex-grow: 1;
        }
    `];

    hotReload() {
        this.renderRoot?.querySelector('authlete-calls')?.refresh();
    }

    render() {
        return html`<authlete-calls .rpc="${this.rpc}"></authlete-calls>`;
    }
}
customElements.define('qwc-authlete-traffic', QwcAuthleteTraffic);
