import { html } from 'lit';
import '@vaadin/text-field';
import { AuthleteDialog, dialogStyles } from './authlete-dialog.js';
import './authlete-fields.js';
import { Request } from './authlete-request.js';

/** Changes scopes and expiry of a token: what has been edited, and nothing else, for the rest may have changed meanwhile. */
class AuthleteEditToken extends AuthleteDialog {

    static styles = dialogStyles;

    static properties = {
        rpc: { attribute: false },
        _form: { state: true }
    };

    header = 'Change scopes and expiry';

    constructor() {
        super();
        this._update = new Request(this);
    }

    get firstFocus() {
        return '.scopes';
    }

    get closable() {
        return !this._update.busy;
    }

    /** @param now the time of the service, in milliseconds since the epoch */
    edit(service, token, now) {
        this.service = service;
        this._token = token;
        this._now = now;
        this._form = {
            scopes: token.scopes.join(' '),
            accessTokenExpiresAt: token.accessTokenExpiresAt ?? null,
            refreshTokenExpiresAt: token.refreshTokenExpiresAt ?? null
        };
        this._before = this._form;
        this.open();
    }

    closed() {
        this._update.forget();
        this.dispatchEvent(new CustomEvent('closed'));
    }

    /** What has been edited, as text; null stands for the rest. */
    get _changes() {
        const changed = name => this._form[name] !== this._before[name];
        const time = name => changed(name) && this._form[name] !== null ? String(this._form[name]) : null;
        return {
            scopes: this._form.scopes.trim() === this._before.scopes ? null : this._form.scopes,
            accessTokenExpiresAt: time('accessTokenExpiresAt'),
            refreshTokenExpiresAt: time('refreshTokenExpiresAt'),
            neverExpires: changed('accessTokenExpiresAt') && this._form.accessTokenExpiresAt === null
        };
    }

    async _save() {
        const wrong = [...this.renderRoot.querySelectorAll('authlete-time-field')].find(field => field.problem);
        if (wrong) {
            wrong.focus();
            return;
        }
        const done = await this._update.change(() => this.rpc().updateToken({
            service: this.service.name, accessTokenHash: this._token.accessTokenHash, ...this._changes
        }));
        if (done) {
            this.close();
        }
    }

    renderContent() {
        return html`
            <vaadin-text-field class="scopes" label="Scopes" placeholder="separated by spaces" .value="${this._form.scopes}"
                @value-changed="${event => this._set('scopes', event.detail.value)}"></vaadin-text-field>
            ${this._renderTime('accessTokenExpiresAt', 'Access token expires', true)}
            ${this._token.refreshTokenHash ? this._renderTime('refreshTokenExpiresAt', 'Refresh token expires', false) : ''}
            ${this.renderAgreement('Change it')}
            <authlete-failure .failure="${this._update.failure}"></authlete-failure>`;
    }

    _renderTime(name, label, never) {
        return html`
            <authlete-time-field class="${name}" label="${label}" .value="${this._form[name]}" .now="${this._now}" ?never="${never}"
                @changed="${event => this._set(name, event.detail.value)}"></authlete-time-field>`;
    }

    _set(name, value) {
        if (this._form[name] !== value) {
            this._form = { ...this._form, [name]: value };
        }
    }

    renderButtons() {
        const edited = Object.keys(this._form).some(name => this._form[name] !== this._before[name]);
        return html`
            ${this._update.busy ? html`<span class="muted">Saving…</span>` : ''}
            ${this.renderCancel()}
            <vaadin-button class="save" theme="primary" ?disabled="${!this.mayChange || !edited}"
                @click="${this._save}">Save</vaadin-button>`;
    }
}
customElements.define('authlete-edit-token', AuthleteEditToken);
