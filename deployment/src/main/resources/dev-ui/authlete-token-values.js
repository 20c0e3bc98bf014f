import { LitElement, html, css } from 'lit';
import { absoluteTime } from './authlete-text.js';
import { copyButton, textStyles } from './authlete-ui.js';

/** The values of a token that has just been created. */
class AuthleteTokenValues extends LitElement {

    static styles = [textStyles, css`
        :host {
            display: flex;
            flex-direction: column;
            gap: 8px;
        }
        .value {
            display: flex;
            align-items: center;
            gap: 8px;
        }
        code {
            flex-grow: 1;
            padding: 6px 8px;
            border-radius: var(--lumo-border-radius-m);
            background: var(--lumo-contrast-5pct);
            overflow-wrap: anywhere;
            max-height: 8em;
            overflow-y: auto;
        }
    `];

    static properties = { created: { attribute: false } };

    render() {
        const created = this.created;
        const usable = created.jwtAccessToken ?? created.accessToken;
        const jwt = decoded(usable);
        const curl = `curl -H 'Authorization: Bearer ${usable}' ${window.location.origin}/`;
        return html`
            <div>Copy what you need now: it will not be shown again.</div>
            ${this._renderValue('access-token', 'Access token', created.accessToken)}
            ${this._renderValue('jwt', 'Access token as JWT', created.jwtAccessToken)}
            ${this._renderValue('refresh-token', 'Refresh token', created.refreshToken)}
            ${this._renderValue('hash', 'Hash of the access token, by which lists name it', created.accessTokenHash)}
            ${jwt ? html`<div><span class="muted">What the JWT says</span><pre class="decoded" tabindex="0">${jwt}</pre></div>` : ''}
            ${usable ? this._renderValue('curl', 'A request to this application with the token', curl) : ''}
            <div class="small">
                ${created.expiresAt ? `Expires ${absoluteTime(created.expiresAt)}.` : ''}
                ${created.scopes.length ? `Scopes: ${created.scopes.join(' ')}` : ''}
                ${created.accessTokenHash ? '' : 'Only the list knows its hash.'}
            </div>`;
    }

    _renderValue(name, label, value) {
        return value ? html`
            <div>
                <span class="muted">${label}</span>
                <div class="value"><code class="${name}">${value}</code> ${copyButton(`copy-${name}`, `Copy: ${label}`, value)}</div>
            </div>` : '';
    }
}

/** Header and claims as JSON; undefined if it is no JWT. */
function decoded(token) {
    const parts = (token ?? '').split('.');
    if (parts.length !== 3) {
        return undefined;
    }
    try {
        return parts.slice(0, 2).map(part => JSON.stringify(JSON.parse(utf8(part)), null, 2)).join('\n');
    } catch (e) {
        return undefined;
    }
}

function utf8(base64url) {
    const bytes = Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), byte => byte.charCodeAt(0));
    return new TextDecoder().decode(bytes);
}
customElements.define('authlete-token-values', AuthleteTokenValues);
