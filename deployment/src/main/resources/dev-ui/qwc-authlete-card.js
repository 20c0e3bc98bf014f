import { html, css } from 'lit';
import { pages } from 'build-time-data';
import 'qwc/qwc-extension-link.js';
import { AuthletePage } from './authlete-page.js';
import { Poll, Request } from './authlete-request.js';
import { serviceLabel } from './authlete-text.js';
import { contrastStyles, textStyles } from './authlete-ui.js';

/** The card: the services, how many calls there were, and the links to the pages. */
export class QwcAuthleteCard extends AuthletePage {

    static styles = [contrastStyles, textStyles, css`
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
            color: var(--lumo-secondary-text-color);
        }
        .service {
            display: flex;
            align-items: center;
            gap: 6px;
            padding: 2px 5px;
            font-size: small;
            color: var(--lumo-body-text-color);
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
        .counts {
            padding: 2px 5px;
            font-size: small;
            color: var(--lumo-body-text-color);
        }
    `];

    static properties = {
        namespace: { type: String },
        extensionName: { attribute: true },
        description: { type: String },
        _counts: { state: true }
    };

    constructor() {
        super();
        this._counting = new Request(this);
        new Poll(this, () => this._count());
    }

    servicesKnown() {
        this._count();
    }

    async _count() {
        if (!this._counting.busy) {
            this._counts = await this._counting.ask(() => this.jsonRpc.trafficCounts()) ?? this._counts;
        }
    }

    render() {
        return html`
            <div>
                <div class="description">${this.description}</div>
                ${this.services.map(service => this._renderService(service))}
                ${this._renderCounts()}
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

    _renderCounts() {
        const { calls, failures, tokensInDoubt } = this._counts ?? { calls: 0 };
        return calls === 0 ? '' : html`
            <div class="counts">Calls: ${calls}, failures: ${failures}${tokensInDoubt
                ? html`, <span class="unknown">tokens that may have been issued: ${tokensInDoubt}</span>` : ''}</div>`;
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
