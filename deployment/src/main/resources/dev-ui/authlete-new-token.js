import { LitElement, html, css } from 'lit';
import { dialogFooterRenderer, dialogRenderer } from '@vaadin/dialog/lit.js';
import { notifier } from 'notifier';
import '@vaadin/button';
import '@vaadin/checkbox';
import '@vaadin/combo-box';
import '@vaadin/dialog';
import '@vaadin/text-field';
import { absoluteTime, ask, textStyles } from './authlete-ui.js';

const GRANT_TYPES = ['AUTHORIZATION_CODE', 'CLIENT_CREDENTIALS', 'IMPLICIT', 'PASSWORD', 'CIBA', 'DEVICE_CODE',
    'TOKEN_EXCHANGE', 'JWT_BEARER', 'PRE_AUTHORIZED_CODE'];

/** Creates a token and shows its value once: it is forgotten when the dialog is closed. */
class AuthleteNewToken extends LitElement {

    static styles = [textStyles, css`
        .form {
            display: grid;
            grid-template-columns: 1fr 1fr;
            gap: 4px 14px;
            width: 560px;
            max-width: 80vw;
        }
        .wide {
            grid-column: 1 / -1;
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

    static properties = {
        rpc: { attribute: false },
        service: { attribute: false },
        opened: { type: Boolean },
        _form: { state: true },
        _created: { state: true },
        _failure: { state: true },
        _inFlight: { state: true },
        _agreed: { state: true }
    };

    constructor() {
        super();
        this._form = { grantType: 'AUTHORIZATION_CODE' };
    }

    get _mayCreate() {
        return this.service && !this._inFlight && (this.service.emulated || this._agreed);
    }

    async _create() {
        this._inFlight = true;
        const answer = await ask(this.rpc().createToken({
            service: this.service.name, grantType: this._form.grantType, client: this._form.client ?? '',
            subject: this._form.subject ?? '', scopes: this._form.scopes ?? '',
            accessTokenDuration: this._form.accessTokenDuration ?? '',
            refreshTokenDuration: this._form.refreshTokenDuration ?? ''
        }));
        this._inFlight = false;
        this._failure = answer.failure;
        this._created = answer.value;
    }

    _close() {
        this._created = undefined;
        this._failure = undefined;
        this._agreed = false;
        this.dispatchEvent(new CustomEvent('closed'));
    }

    async _copy(value) {
        try {
            await navigator.clipboard.writeText(value);
            notifier.showInfoMessage('Copied');
        } catch (e) {
            notifier.showErrorMessage('The browser does not allow to copy');
        }
    }

    render() {
        const dependencies = [this._form, this._created, this._failure, this._inFlight, this._agreed, this.service];
        return html`
            <vaadin-dialog header-title="${this._created ? 'The new token' : 'Create a token'}" .opened="${!!this.opened}"
                @opened-changed="${event => { if (!event.detail.value && this.opened) { this._close(); } }}"
                ${dialogRenderer(() => this._created ? this._renderCreated() : this._renderForm(), dependencies)}
                ${dialogFooterRenderer(() => this._renderButtons(), dependencies)}></vaadin-dialog>`;
    }

    _renderForm() {
        return html`
            <div class="form">
                <vaadin-combo-box class="wide grant-type" label="Grant type" allow-custom-value .items="${GRANT_TYPES}"
                    .value="${this._form.grantType}"
                    @value-changed="${event => this._set('grantType', event.detail.value)}"></vaadin-combo-box>
                ${this._renderField('client', 'Client', 'ID or alias')}
                ${this._renderField('subject', 'Subject', '')}
                ${this._renderField('scopes', 'Scopes', 'separated by spaces', 'wide')}
                ${this._renderField('accessTokenDuration', 'Access token duration (s)', 'that of the service')}
                ${this._renderField('refreshTokenDuration', 'Refresh token duration (s)', 'that of the service')}
                ${this.service && !this.service.emulated ? html`
                    <vaadin-checkbox class="wide agree" label="Create it in the real service at ${this.service.url}"
                        .checked="${!!this._agreed}" @checked-changed="${event => { this._agreed = event.detail.value; }}">
                    </vaadin-checkbox>` : ''}
                <authlete-failure class="wide" .failure="${this._failure}"></authlete-failure>
            </div>`;
    }

    _renderField(name, label, placeholder, width = '') {
        return html`
            <vaadin-text-field class="${name} ${width}" label="${label}" placeholder="${placeholder}"
                .value="${this._form[name] ?? ''}" @value-changed="${event => this._set(name, event.detail.value)}">
            </vaadin-text-field>`;
    }

    _set(name, value) {
        if ((this._form[name] ?? '') !== value) {
            this._form = { ...this._form, [name]: value };
        }
    }

    _renderCreated() {
        return html`
            <div class="form">
                <div class="wide">Copy what you need now: it will not be shown again.</div>
                ${this._renderValue('access-token', 'Access token', this._created.accessToken)}
                ${this._renderValue('jwt', 'Access token as JWT', this._created.jwtAccessToken)}
                ${this._renderValue('refresh-token', 'Refresh token', this._created.refreshToken)}
                ${this._created.expiresAt ? html`
                    <div class="wide muted">Expires ${absoluteTime(this._created.expiresAt)}.
                        ${this._created.scopes.length ? `Scopes: ${this._created.scopes.join(' ')}` : ''}</div>` : ''}
            </div>`;
    }

    _renderValue(name, label, value) {
        return value ? html`
            <div class="wide">
                <span class="muted">${label}</span>
                <div class="value">
                    <code class="${name}">${value}</code>
                    <vaadin-button class="copy-${name}" theme="icon" aria-label="Copy" title="Copy"
                        @click="${() => this._copy(value)}">
                        <vaadin-icon icon="font-awesome-solid:copy"></vaadin-icon>
                    </vaadin-button>
                </div>
            </div>` : '';
    }

    _renderButtons() {
        if (this._created) {
            return html`<vaadin-button class="done" theme="primary" @click="${this._close}">Done</vaadin-button>`;
        }
        return html`
            <vaadin-button class="cancel" theme="tertiary" @click="${this._close}">Cancel</vaadin-button>
            <vaadin-button class="submit" theme="primary" ?disabled="${!this._mayCreate}" @click="${this._create}">Create</vaadin-button>`;
    }
}
customElements.define('authlete-new-token', AuthleteNewToken);
