import { LitElement, html, css } from 'lit';
import { dialogFooterRenderer, dialogRenderer } from '@vaadin/dialog/lit.js';
import '@vaadin/button';
import '@vaadin/checkbox';
import '@vaadin/dialog';
import { textStyles } from './authlete-ui.js';

export const dialogStyles = [textStyles, css`
    .form {
        display: flex;
        flex-direction: column;
        gap: 8px;
        width: 560px;
        max-width: 80vw;
        overflow-wrap: anywhere;
    }
`];

/** A dialog. What is in it is rendered anew with every update, and a click beside it does not close it. */
export class AuthleteDialog extends LitElement {

    static properties = {
        service: { attribute: false },
        opened: { state: true },
        agreed: { state: true }
    };

    /** What has the focus first. */
    get firstFocus() {
        return '.cancel';
    }

    /** Whether Esc may close it. */
    get closable() {
        return true;
    }

    /** Whether the user may change the service: a real one only if that has been ticked. */
    get mayChange() {
        return !!this.service && (this.service.emulated || !!this.agreed);
    }

    open() {
        this.agreed = false;
        this.opened = true;
        const focus = event => {
            if (event.detail.overlay.owner.getRootNode() === this.renderRoot) {
                document.body.removeEventListener('vaadin-overlay-open', focus);
                this.renderRoot.querySelector(this.firstFocus)?.focus();
            }
        };
        document.body.addEventListener('vaadin-overlay-open', focus);
    }

    close() {
        if (this.opened) {
            this.opened = false;
            this.closed();
        }
    }

    /** It has been closed, by whatever. */
    closed() {
    }

    render() {
        return html`
            <vaadin-dialog header-title="${this.header}" .opened="${!!this.opened}" .noCloseOnOutsideClick="${true}"
                .noCloseOnEsc="${!this.closable}" @opened-changed="${event => { if (!event.detail.value) { this.close(); } }}"
                ${dialogRenderer(() => html`<div class="form">${this.opened ? this.renderContent() : ''}</div>`, {})}
                ${dialogFooterRenderer(() => this.opened ? this.renderButtons() : html``, {})}></vaadin-dialog>`;
    }

    renderCancel(label = 'Cancel') {
        return html`<vaadin-button class="cancel" theme="tertiary" @click="${this.close}">${label}</vaadin-button>`;
    }

    /** The checkbox that allows to change a real service. */
    renderAgreement(what) {
        return !this.service || this.service.emulated ? '' : html`
            <vaadin-checkbox class="agree" label="${what} in the real service at ${this.service.url}"
                .checked="${!!this.agreed}" @checked-changed="${event => { this.agreed = event.detail.value; }}">
            </vaadin-checkbox>`;
    }
}

/** Asks before something is done that cannot be undone. */
class AuthleteConfirm extends AuthleteDialog {

    static styles = dialogStyles;

    get header() {
        return this._question?.header ?? '';
    }

    /**
     * @param question header, text, button: its label; service: where it happens
     * @return whether the user wants it
     */
    ask(question) {
        if (this.opened) {
            return Promise.resolve(false);
        }
        this._question = question;
        this.service = question.service;
        this.open();
        return new Promise(resolve => { this._resolve = resolve; });
    }

    closed() {
        this._resolve(false);
    }

    renderContent() {
        return html`<span class="question">${this._question.text}</span> ${this.renderAgreement(this._question.button)}`;
    }

    renderButtons() {
        return html`
            ${this.renderCancel()}
            <vaadin-button class="confirm" theme="error primary" ?disabled="${!this.mayChange}"
                @click="${this._confirm}">${this._question.button}</vaadin-button>`;
    }

    _confirm() {
        this._resolve(true);
        this.close();
    }
}
customElements.define('authlete-confirm', AuthleteConfirm);
