import { QwcHotReloadElement, css } from 'qwc-hot-reload-element';
import { JsonRpc } from 'jsonrpc';
import { Request } from './authlete-request.js';
import { contrastStyles, textStyles } from './authlete-ui.js';

export * from 'qwc-hot-reload-element';

export const pageStyles = [contrastStyles, textStyles, css`
    :host {
        display: flex;
        flex-direction: column;
        gap: 10px;
        height: 100%;
        padding: 0 10px;
        box-sizing: border-box;
        overflow: auto;
        color: var(--lumo-body-text-color);
    }
`];

/** A page or the card: it reads the services when it is shown, and again after a live reload. */
export class AuthletePage extends QwcHotReloadElement {

    static properties = { services: { state: true } };

    /** A function, because Lit would take the proxy itself for a directive. */
    rpc = () => this.jsonRpc;

    constructor() {
        super();
        this.services = [];
        this.servicesRequest = new Request(this);
        // A key that is held down is no decision: it would go through a dialog and to what is behind it.
        this.addEventListener('keydown', event => {
            if (event.repeat && (event.key === 'Enter' || event.key === ' ')) {
                event.preventDefault();
                event.stopPropagation();
            }
        }, true);
    }

    connectedCallback() {
        // Not before: it reads an attribute of the card.
        this.jsonRpc ??= new JsonRpc(this, false);
        super.connectedCallback();
        this.hotReload();
    }

    async hotReload() {
        const services = await this.servicesRequest.ask(() => this.jsonRpc.services());
        if (services) {
            this.services = services;
            this.servicesKnown();
        }
    }

    /** The services have been read, for the first time or again. */
    servicesKnown() {
    }

    /** @return the service of that name; else the first that can be used */
    service(name) {
        return this.services.find(service => service.name === name)
            ?? this.services.find(service => !service.inactive) ?? this.services[0];
    }
}
