import { html, css } from 'lit';
import { AddressState } from './authlete-address.js';
import './authlete-calls.js';
import { AuthletePage, pageStyles } from './authlete-page.js';

const DEFAULTS = { operation: '', result: '', outcome: '', span: '', devUi: '' };

/** The calls of the application since its last start. */
export class QwcAuthleteTraffic extends AuthletePage {

    static styles = [pageStyles, css`
        authlete-calls {
            flex-grow: 1;
        }
    `];

    constructor() {
        super();
        this._address = new AddressState(this, DEFAULTS, () => {});
    }

    hotReload() {
        this.renderRoot?.querySelector('authlete-calls')?.refresh(true);
    }

    render() {
        return html`
            <authlete-calls .rpc="${this.rpc}" .filter="${this._address.values}"
                @filter="${event => this._address.set(event.detail)}"></authlete-calls>`;
    }
}
customElements.define('qwc-authlete-traffic', QwcAuthleteTraffic);
