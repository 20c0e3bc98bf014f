import { LitElement, html, css } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { absoluteTime, relativeTime, shorten } from './authlete-text.js';
import { copyButton, tableStyles, textStyles } from './authlete-ui.js';

const COLUMNS = 7;

/** A page of tokens. Fires "edit", "revoke" and "delete" with the token for which the user has asked for it. */
class AuthleteTokenTable extends LitElement {

    static styles = [textStyles, tableStyles, css`
        :host {
            display: flex;
            flex-direction: column;
            flex-grow: 1;
            min-height: 200px;
        }
        .scroll {
            flex-grow: 1;
        }
        :host([busy]) table {
            opacity: 0.75;
        }
        td > div {
            line-height: 1.35;
        }
        .who {
            overflow-wrap: break-word;
            max-width: 260px;
        }
        .time {
            white-space: nowrap;
        }
        .scopes {
            display: flex;
            flex-wrap: wrap;
            gap: 3px;
        }
        .chip {
            padding: 1px 7px;
            border-radius: 10px;
            background: var(--lumo-contrast-10pct);
            font-size: var(--lumo-font-size-s);
            overflow-wrap: break-word;
            max-width: 220px;
        }
        .actions {
            position: sticky;
            right: 0;
            background: var(--lumo-base-color);
            white-space: nowrap;
            text-align: right;
        }
        .actions vaadin-button, .toggle {
            margin: 0;
        }
        .actions vaadin-icon {
            width: 15px;
            height: 15px;
        }
        dl {
            display: grid;
            grid-template-columns: max-content 1fr;
            gap: 2px 16px;
            margin: 0 0 6px 0;
        }
        dt {
            color: var(--lumo-secondary-text-color);
            font-size: var(--lumo-font-size-s);
        }
        dd {
            margin: 0;
            overflow-wrap: anywhere;
        }
    `];

    static properties = {
        tokens: { attribute: false },
        now: { attribute: false },
        busy: { type: Boolean, reflect: true },
        _opened: { state: true }
    };

    constructor() {
        super();
        this.tokens = [];
        this._opened = new Set();
    }

    toTop() {
        this.renderRoot.querySelector('.scroll')?.scrollTo(0, 0);
    }

    render() {
        return html`
            <div class="scroll" tabindex="0" role="region" aria-label="Tokens" aria-busy="${!!this.busy}">
                <table>
                    <thead>
                        <tr><th><span class="muted">Token (hash)</span></th><th>Client, subject</th><th>Grant type, scopes</th>
                            <th>Created</th><th>Expires</th><th>Refresh expires</th><th>Actions</th></tr>
                    </thead>
                    <tbody>
                        ${repeat(this.tokens, token => token.accessTokenHash, token => this._renderToken(token))}
                    </tbody>
                </table>
            </div>`;
    }

    _renderToken(token) {
        const opened = this._opened.has(token.accessTokenHash);
        const name = shorten(token.accessTokenHash);
        return html`
            <tr class="token">
                <td class="time">
                    <vaadin-button class="toggle" theme="small tertiary-inline" aria-expanded="${opened}"
                        aria-label="Details of token ${name}" @click="${() => this._toggle(token)}">
                        <vaadin-icon slot="prefix" icon="font-awesome-solid:${opened ? 'chevron-down' : 'chevron-right'}"></vaadin-icon>
                        <span class="mono">${name}</span>
                    </vaadin-button>
                </td>
                <td class="who"><div>${token.client}</div><div class="small">${token.subject ?? ''}</div></td>
                <td><div class="small">${token.grantType ?? ''}</div>
                    <div class="scopes">${token.scopes.map(scope => html`<span class="chip">${scope}</span>`)}</div></td>
                <td class="time">${this._renderTime(token.createdAt)}</td>
                <td class="time">${this._renderTime(token.accessTokenExpiresAt, 'never')}</td>
                <td class="time">${token.refreshTokenHash ? this._renderTime(token.refreshTokenExpiresAt, 'never') : 'none'}</td>
                <td class="actions">
                    ${this._renderAction('edit', 'pen', `Edit token ${name}`, token)}
                    ${this._renderAction('revoke', 'ban', `Revoke token ${name}`, token)}
                    ${this._renderAction('delete', 'trash-can', `Delete token ${name}`, token)}
                </td>
            </tr>
            ${opened ? html`<tr class="details"><td colspan="${COLUMNS}">${this._renderDetails(token)}</td></tr>` : ''}`;
    }

    _renderTime(millis, expiry) {
        if (!millis) {
            return expiry ?? '';
        }
        return html`
            <div class="${expiry && millis <= this.now ? 'expired' : ''}">${relativeTime(millis, this.now)}</div>
            <div class="small">${absoluteTime(millis)}</div>`;
    }

    _renderAction(name, icon, label, token) {
        return html`
            <vaadin-button class="${name}" theme="icon small tertiary" aria-label="${label}" title="${label}"
                @click="${() => this.dispatchEvent(new CustomEvent(name, { detail: { token } }))}">
                <vaadin-icon icon="font-awesome-solid:${icon}"></vaadin-icon>
            </vaadin-button>`;
    }

    _renderDetails(token) {
        const json = JSON.stringify(token, null, 2);
        return html`
            <dl>
                ${this._renderHash('hash', 'Access token (hash)', token.accessTokenHash)}
                ${token.refreshTokenHash ? this._renderHash('refresh-hash', 'Refresh token (hash)', token.refreshTokenHash) : ''}
                <dt>Last refresh</dt>
                <dd class="last-refresh">${token.lastRefreshedAt
                    ? html`${relativeTime(token.lastRefreshedAt, this.now)}, ${absoluteTime(token.lastRefreshedAt)}` : 'none'}</dd>
                <dt>Properties</dt>
                <dd class="properties">${token.properties.length === 0 ? 'none' : token.properties.map(property => html`
                    <div><b>${property.key}</b>: ${property.value ?? ''} ${property.hidden ? '(hidden)' : ''}</div>`)}</dd>
                <dt>JSON ${copyButton('copy-json', 'Copy the JSON', json)}</dt>
                <dd><pre class="json" tabindex="0">${json}</pre></dd>
            </dl>`;
    }

    _renderHash(name, label, hash) {
        return html`<dt>${label}</dt><dd class="mono ${name}">${hash} ${copyButton(`copy-${name}`, `Copy: ${label}`, hash)}</dd>`;
    }

    _toggle(token) {
        const opened = new Set(this._opened);
        if (!opened.delete(token.accessTokenHash)) {
            opened.add(token.accessTokenHash);
        }
        this._opened = opened;
    }
}
customElements.define('authlete-token-table', AuthleteTokenTable);
