import { QwcHotReloadElement, html, css } from 'qwc-hot-reload-element';
import { JsonRpc } from 'jsonrpc';
import { pages } from 'build-time-data';
import 'qwc/qwc-extension-link.js';
import '@vaadin/icon';
import '@qomponent/qui-badge';
import { ask, serviceLabel } from './authlete-ui.js';

/** The card: the services, and the links to the pages. */
export class QwcAuthleteCard extends QwcHotReloadElement {

    static styles = css`
        :host {
            display: flex;
            flex-direction: column;
            justify-content: space-between;
            gap: 8px;
            padding: 10px 10px 0 10px;
            height: 100%;
            box-sizing: border-box;
        }
        .description {
            padding-bottom: 8px;
            color: var(--lumo-contrast-50pct);
        }
        .service {
            display: flex;
            align-items: center;
            gap: 6px;
            padding: 2px 5px;
            font-size: small;
            color: var(--lumo-contrast-80pct);
            min-width: 0;
        }
        .service vaadin-icon {
            flex-shrink: 0;
            width: 14px;
            height: 14px;
        }
        .name {
            font-weight: bold;
        }
        .url {
            overflow: hidden;
            text-overflow: ellipsis;
            white-space: nowrap;
        }
        .reason {
            color: var(--lumo-error-text-color);
            overflow-wrap: anywhere;
        }
    `;

    static properties = {
        namespace: { type: String },
        extensionName: { attribute: true },
        description: { type: String },
        _services: { state: true }
    };

    connectedCallback() {
        super.connectedCallback();
        this.jsonRpc = new JsonRpc(this, false);
        this.hotReload();
    }

    async hotReload() {
        const services = await ask(this.jsonRpc.services());
        this._services = Array.isArray(services) ? services : [];
    }

    render() {
        return html`
            <div>
                <div class="description">${this.description}</div>
                ${(this._services ?? []).map(service => this._renderService(service))}
            </div>
            <div>
                ${pages.map(page => html`
                    <qwc-extension-link slot="link" namespace="${this.namespace}" extensionName="${this.extensionName}"
                        iconName="${page.icon}" displayName="${page.title}" tooltipContent="" colorName=""
                        staticLabel="${page.staticLabel ?? ''}" dynamicLabel="${page.dynamicLabel ?? ''}"
                        streamingLabel="${page.streamingLabel ?? ''}" path="${page.id}" ?embed="${page.embed}"
                        externalUrl="${page.metadata.externalUrl}" webcomponent="${page.componentLink}">
                    </qwc-extension-link>`)}
            </div>`;
    }

    _renderService(service) {
        if (service.inactive) {
            return html`
                <div class="service inactive">
                    <vaadin-icon icon="font-awesome-solid:circle-pause"></vaadin-icon>
                    <span class="reason"><span class="name">${serviceLabel(service.name)}</span> inactive: ${service.inactive}</span>
                </div>`;
        }
        return html`
            <div class="service" title="${service.url}">
                <vaadin-icon icon="font-awesome-solid:${service.emulated ? 'flask' : 'cloud'}"></vaadin-icon>
                <span class="name">${serviceLabel(service.name)}</span>
                ${service.emulated ? html`<qui-badge tiny pill><span>emulator</span></qui-badge>`
                    : html`<span class="url">${service.url}</span>`}
                <span class="id">ID ${service.serviceId}</span>
            </div>`;
    }
}
customElements.define('qwc-authlete-card', QwcAuthleteCard);
