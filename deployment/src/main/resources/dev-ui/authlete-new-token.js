import { html, css } from 'lit';
import '@vaadin/combo-box';
import '@vaadin/text-field';
import { AuthleteDialog, dialogStyles } from './authlete-dialog.js';
import './authlete-fields.js';
import { Request } from './authlete-request.js';
import { owner } from './authlete-text.js';
import './authlete-token-values.js';

const GRANT_TYPES = ['AUTHORIZATION_CODE', 'CLIENT_CREDENTIALS', 'IMPLICIT', 'PASSWORD', 'CIBA', 'DEVICE_CODE',
    'TOKEN_EXCHANGE', 'JWT_BEARER', 'PRE_AUTHORIZED_CODE'];

/** Seconds, a hundred years. */
const LONGEST = 3153600000;

/**
 * Creates a token and shows its value once: it is forgotten when the dialog is closed. Fires "find" with client and subject if a
 * token may have been issued of which the value is lost.
 */
class AuthleteNewToken extends AuthleteDialog {

    static styles = [dialogStyles, css`
        .fields {
            display: grid;
            grid-template-columns: repeat(auto-fit, minmax(220px, 1fr));
            gap: 6px 14px;
        }
        .fields > * {
            padding: 0;
        }
        .wide {
            grid-column: 1 / -1;
        }
    `];

    static properties = {
        rpc: { attribute: false },
        _form: { state: true },
        _created: { state: true },
        _doubt: { state: true }
    };

    constructor() {
        super();
        this._form = { grantType: 'AUTHORIZATION_CODE' };
        this._create = new Request(this);
    }

    get header() {
        return this._created ? 'The new token' : 'Create a token';
    }

    get firstFocus() {
        return '.grant-type';
    }

    /** The value is shown once, and must not get lost by a key that was meant for something else. */
    get closable() {
        return !this._created && !this._create.busy;
    }

    create(service) {
        this.service = service;
        this.open();
    }

    closed() {
        this._create.forget();
        this._created = undefined;
        this._doubt = undefined;
        this.dispatchEvent(new CustomEvent('closed'));
    }

    async _submit() {
        const wrong = [...this.renderRoot.querySelectorAll('authlete-number-field')].find(field => field.problem);
        if (wrong) {
            wrong.focus();
            return;
        }
        const form = this._form;
        this._doubt = undefined;
        const created = await this._create.change(() => this.rpc().createToken({
            service: this.service.name, grantType: form.grantType, client: form.client ?? '', subject: form.subject ?? '',
            scopes: form.scopes ?? '', accessTokenDuration: form.accessTokenDuration ?? '',
            refreshTokenDuration: form.refreshTokenDuration ?? ''
        }));
        const failure = this._create.failure;
        if (created) {
            this._created = created;
            requestAnimationFrame(() => this.renderRoot.querySelector('.done')?.focus());
        } else if (failure && (failure.cutOff || failure.outcome === 'UNKNOWN')) {
            this._doubt = form;
        }
    }

    /** A create in flight goes on without this dialog: its answer is not waited for. */
    _cancel() {
        if (this._create.busy) {
            this._create.forget();
            this._doubt = this._form;
        } else {
            this.close();
        }
    }

    _find() {
        const { client, subject } = this._doubt;
        this.close();
        this.dispatchEvent(new CustomEvent('find', { detail: { client: (client ?? '').trim(), subject: (subject ?? '').trim() } }));
    }

    renderContent() {
        return this._created ? html`<authlete-token-values .created="${this._created}"></authlete-token-values>` : html`
            <div class="fields">
                <vaadin-combo-box class="wide grant-type" label="Grant type" allow-custom-value .items="${GRANT_TYPES}"
                    .value="${this._form.grantType}" auto-open-disabled
                    @value-changed="${event => this._set('grantType', event.detail.value)}"></vaadin-combo-box>
                ${this._renderText('client', 'Client', 'ID or alias')}
                ${this._renderText('subject', 'Subject', '')}
                ${this._renderText('scopes', 'Scopes', 'separated by spaces', 'wide')}
                ${this._renderDuration('accessTokenDuration', 'Access token duration (s)')}
                ${this._renderDuration('refreshTokenDuration', 'Refresh token duration (s)')}
            </div>
            ${this.renderAgreement('Create it')}
            <authlete-failure .failure="${this._create.failure}"></authlete-failure>
            ${this._doubt ? this._renderDoubt() : ''}`;
    }

    _renderText(name, label, placeholder, width = '') {
        return html`
            <vaadin-text-field class="${name} ${width}" label="${label}" placeholder="${placeholder}"
                .value="${this._form[name] ?? ''}" @value-changed="${event => this._set(name, event.detail.value)}">
            </vaadin-text-field>`;
    }

    _renderDuration(name, label) {
        return html`
            <authlete-number-field class="${name}" label="${label}" placeholder="that of the service" min="1" max="${LONGEST}"
                .value="${this._form[name] ?? ''}" @changed="${event => this._set(name, event.detail.value)}">
            </authlete-number-field>`;
    }

    _renderDoubt() {
        const whose = owner(this._doubt.client, this._doubt.subject);
        return html`
            <div class="doubt" role="alert">
                <p><span class="unknown">A token may have been issued.</span> Nobody has its value. To see whether it is there,
                    look at the tokens${whose ? ` of ${whose}` : ''}; the latest ones are candidates.</p>
                <vaadin-button class="find" @click="${this._find}">Find it</vaadin-button>
            </div>`;
    }

    _set(name, value) {
        if ((this._form[name] ?? '') !== value) {
            this._form = { ...this._form, [name]: value };
        }
    }

    renderButtons() {
        if (this._created) {
            return html`<vaadin-button class="done" theme="primary" @click="${this.close}">Done</vaadin-button>`;
        }
        return html`
            ${this._create.busy ? html`<span class="muted">Creating…</span>` : ''}
            <vaadin-button class="cancel" theme="tertiary" @click="${this._cancel}">${this._doubt ? 'Close' : 'Cancel'}</vaadin-button>
            <vaadin-button class="submit" theme="primary" ?disabled="${!this.mayChange}"
                @click="${this._submit}">Create</vaadin-button>`;
    }
}
customElements.define('authlete-new-token', AuthleteNewToken);
