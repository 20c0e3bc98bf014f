import { LitElement, html, css } from 'lit';
import { columnBodyRenderer } from '@vaadin/grid/lit.js';
import '@vaadin/grid';
import '@vaadin/button';
import '@vaadin/icon';
import { absoluteTime, relativeTime, textStyles } from './authlete-ui.js';

export function shorten(hash) {
    return hash.length > 12 ? `${hash.substring(0, 5)}…${hash.substring(hash.length - 5)}` : hash;
}

/** A page of tokens. Fires "edit", "revoke" and "delete" with the token for which the user has asked for it. */
class AuthleteTokenGrid extends LitElement {

    static styles = [textStyles, css`
        :host {
            display: flex;
            flex-direction: column;
            flex-grow: 1;
            min-height: 200px;
        }
        vaadin-grid {
            flex-grow: 1;
            min-height: 0;
        }
        vaadin-grid-cell-content {
            white-space: nowrap;
        }
        .two {
            display: flex;
            flex-direction: column;
            line-height: 1.3;
        }
        .cut {
            overflow: hidden;
            text-overflow: ellipsis;
        }
        .actions {
            display: flex;
            justify-content: flex-end;
            gap: 14px;
        }
        .actions vaadin-icon {
            width: 15px;
            height: 15px;
        }
        .expired {
            color: var(--lumo-error-text-color);
        }
    `];

    static properties = {
        tokens: { attribute: false }
    };

    constructor() {
        super();
        this.tokens = [];
    }

    render() {
        return html`
            <vaadin-grid .items="${this.tokens}" theme="no-border row-stripes">
                <vaadin-grid-column header="Token (hash)" width="142px" flex-grow="0"
                    ${columnBodyRenderer(token => html`<span class="mono">${shorten(token.accessTokenHash)}</span>`, [])}>
                </vaadin-grid-column>
                <vaadin-grid-column header="Client, subject" width="165px"
                    ${columnBodyRenderer(token => this._renderTwo(token.client, token.subject), [])}></vaadin-grid-column>
                <vaadin-grid-column header="Grant type, scopes" width="225px"
                    ${columnBodyRenderer(token => this._renderTwo(token.grantType, token.scopes.join(' ')), [])}>
                </vaadin-grid-column>
                <vaadin-grid-column header="Created" width="165px" flex-grow="0"
                    ${columnBodyRenderer(token => this._renderTime(token.createdAt, token.now), [])}></vaadin-grid-column>
                <vaadin-grid-column header="Expires" width="165px" flex-grow="0"
                    ${columnBodyRenderer(token => this._renderTime(token.accessTokenExpiresAt, token.now, true), [])}>
                </vaadin-grid-column>
                <vaadin-grid-column header="Refresh expires" width="165px" flex-grow="0"
                    ${columnBodyRenderer(token => this._renderTime(token.refreshTokenExpiresAt, token.now, true), [])}>
                </vaadin-grid-column>
                <vaadin-grid-column header="" width="118px" flex-grow="0" frozen-to-end
                    ${columnBodyRenderer(token => this._renderActions(token), [])}></vaadin-grid-column>
            </vaadin-grid>`;
    }

    _renderTwo(first, second) {
        return html`
            <div class="two">
                <span class="cut" title="${first ?? ''}">${first ?? ''}</span>
                <span class="cut muted" title="${second ?? ''}">${second ?? ''}</span>
            </div>`;
    }

    _renderTime(millis, now, expiry) {
        if (!millis) {
            return html`<span class="muted">none</span>`;
        }
        return html`
            <div class="two">
                <span class="${expiry && millis <= now ? 'expired' : ''}">${relativeTime(millis, now)}</span>
                <span class="muted">${absoluteTime(millis)}</span>
            </div>`;
    }

    _renderActions(token) {
        return html`
            <div class="actions">
                ${this._renderAction('edit', 'pen', 'Change scopes and expiry', token)}
                ${this._renderAction('revoke', 'ban', 'Revoke', token)}
                ${this._renderAction('delete', 'trash-can', 'Delete', token)}
            </div>`;
    }

    _renderAction(name, icon, label, token) {
        return html`
            <vaadin-button class="${name}" theme="icon small tertiary-inline" aria-label="${label}" title="${label}"
                @click="${() => this.dispatchEvent(new CustomEvent(name, { detail: { token } }))}">
                <vaadin-icon icon="font-awesome-solid:${icon}"></vaadin-icon>
            </vaadin-button>`;
    }
}
customElements.define('authlete-token-grid', AuthleteTokenGrid);
