import { LitElement, html, css } from 'lit';
import { dialogFooterRenderer, dialogRenderer } from '@vaadin/dialog/lit.js';
import '@vaadin/button';
import '@vaadin/checkbox';
import '@vaadin/dialog';
import '@vaadin/text-field';
import { absoluteTime, ask } from './authlete-ui.js';

/** Changes scopes and expiry of a token. */
class AuthleteEditToken extends LitElement {

    static styles = css`
        .form {
            display: flex;
            flex-direction: column;
            gap: 4px;
            width: 460px;
            max-width: 80vw;
        }
    `;

    static properties = {
        rpc: { attribute: false },
        service: { attribute: false },
        token: { attribute: false },
        _form: { state: true },
        _failure: { state: true },
        _agreed: { state: true }
    };

    willUpdate(changed) {
        if (changed.has('token') && this.token) {
            this._failure = undefined;
            this._agreed = false;
            this._form = {
                scopes: this.token.scopes.join(' '),
                accessTokenExpiresAt: text(this.token.accessTokenExpiresAt),
                refreshTokenExpiresAt: text(this.token.refreshTokenExpiresAt)
            };
        }
    }

    async _save() {
        let times;
        try {
            times = ['accessTokenExpiresAt', 'refreshTokenExpiresAt'].map(name => this._changedTime(name));
        } catch (e) {
            this._failure = { message: e.message };
            return;
        }
        const answer = await ask(this.rpc().updateToken({
            service: this.service.name, accessTokenHash: this.token.accessTokenHash, scopes: this._form.scopes,
            accessTokenExpiresAt: times[0], refreshTokenExpiresAt: times[1]
        }));
        if (answer.failure) {
            this._failure = answer.failure;
        } else {
            this._close();
        }
    }

    /** Only what has been edited: the text has no milliseconds. */
    _changedTime(name) {
        const value = this._form[name].trim();
        if (value === text(this.token[name])) {
            return null;
        }
        const millis = Date.parse(value.replace(' ', 'T'));
        if (Number.isNaN(millis)) {
            throw new Error(`Not a point in time: ${value}. Write it like 2030-12-31 23:59:59.`);
        }
        return millis;
    }

    _close() {
        this.dispatchEvent(new CustomEvent('closed'));
    }

    render() {
        const dependencies = [this._form, this._failure, this._agreed, this.token, this.service];
        return html`
            <vaadin-dialog header-title="Change scopes and expiry" .opened="${!!this.token}"
                @opened-changed="${event => { if (!event.detail.value && this.token) { this._close(); } }}"
                ${dialogRenderer(() => this.token ? this._renderForm() : html``, dependencies)}
                ${dialogFooterRenderer(() => this._renderButtons(), dependencies)}></vaadin-dialog>`;
    }

    _renderForm() {
        return html`
            <div class="form">
                ${this._renderField('scopes', 'Scopes', 'separated by spaces')}
                ${this._renderField('accessTokenExpiresAt', 'Access token expires', 'never')}
                ${this.token.refreshTokenHash
                    ? this._renderField('refreshTokenExpiresAt', 'Refresh token expires', 'never') : ''}
                ${this.service && !this.service.emulated ? html`
                    <vaadin-checkbox class="agree" label="Change it in the real service at ${this.service.url}"
                        .checked="${!!this._agreed}" @checked-changed="${event => { this._agreed = event.detail.value; }}">
                    </vaadin-checkbox>` : ''}
                <authlete-failure .failure="${this._failure}"></authlete-failure>
            </div>`;
    }

    _renderField(name, label, placeholder) {
        return html`
            <vaadin-text-field class="${name}" label="${label}" placeholder="${placeholder}" .value="${this._form[name]}"
                @value-changed="${event => this._set(name, event.detail.value)}"></vaadin-text-field>`;
    }

    _set(name, value) {
        if (this._form[name] !== value) {
            this._form = { ...this._form, [name]: value };
        }
    }

    _renderButtons() {
        const allowed = this.service && (this.service.emulated || this._agreed);
        return html`
            <vaadin-button class="cancel" theme="tertiary" @click="${this._close}">Cancel</vaadin-button>
            <vaadin-button class="save" theme="primary" ?disabled="${!allowed}" @click="${this._save}">Save</vaadin-button>`;
    }
}

function text(millis) {
    return millis ? absoluteTime(millis) : '';
}
customElements.define('authlete-edit-token', AuthleteEditToken);
