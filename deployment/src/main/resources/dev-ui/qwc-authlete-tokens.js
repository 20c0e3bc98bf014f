import { QwcHotReloadElement, html, css } from 'qwc-hot-reload-element';
import { JsonRpc } from 'jsonrpc';
import { notifier } from 'notifier';
import '@vaadin/button';
import '@vaadin/confirm-dialog';
import '@vaadin/icon';
import '@vaadin/select';
import '@vaadin/text-field';
import { ask, pageStyles, serviceLabel } from './authlete-ui.js';
import { shorten } from './authlete-token-grid.js';
import './authlete-new-token.js';
import './authlete-edit-token.js';

const STATUSES = [
    { label: 'Not expired', value: 'VALID' },
    { label: 'Expired', value: 'INVALID' },
    { label: 'All', value: 'ALL' }
];
const PAGE_SIZES = ['5', '10', '20'].map(size => ({ label: size, value: size }));

/** The tokens of a service. */
export class QwcAuthleteTokens extends QwcHotReloadElement {

    jsonRpc = new JsonRpc(this, false);

    /** A function, for Lit would take the proxy itself for a directive. */
    rpc = () => this.jsonRpc;

    static styles = [pageStyles, css`
        .banner {
            display: flex;
            align-items: center;
            gap: 12px;
            padding: 10px 14px;
            border-radius: var(--lumo-border-radius-m);
            background: var(--lumo-warning-color-10pct);
            color: var(--lumo-warning-text-color);
            overflow-wrap: anywhere;
        }
        .banner vaadin-icon {
            flex-shrink: 0;
        }
        .client {
            width: 170px;
        }
        .subject, .status {
            width: 135px;
        }
        .size {
            width: 80px;
        }
        vaadin-text-field, vaadin-select {
            padding: 0;
        }
    `];

    static properties = {
        _services: { state: true },
        _service: { state: true },
        _client: { state: true },
        _subject: { state: true },
        _status: { state: true },
        _size: { state: true },
        _start: { state: true },
        _page: { state: true },
        _failure: { state: true },
        _question: { state: true },
        _creating: { state: true },
        _edited: { state: true }
    };

    constructor() {
        super();
        this._services = [];
        this._client = '';
        this._subject = '';
        this._status = 'ALL';
        this._size = '20';
        this._start = 0;
    }

    connectedCallback() {
        super.connectedCallback();
        this.hotReload();
    }

    async hotReload() {
        const services = await ask(this.jsonRpc.services());
        if (!Array.isArray(services)) {
            this._failure = services.failure;
            return;
        }
        this._services = services;
        if (!services.some(service => service.name === this._service)) {
            this._service = (services.find(service => !service.inactive) ?? services[0]).name;
        }
        await this._list();
    }

    get _current() {
        return this._services.find(service => service.name === this._service);
    }

    async _list() {
        const start = this._start;
        const request = {
            service: this._service, client: this._client, subject: this._subject, status: this._status,
            start, end: start + Number(this._size)
        };
        const answer = await ask(this.jsonRpc.listTokens(request));
        if (answer.failure) {
            this._failure = answer.failure;
            this._page = undefined;
            return;
        }
        if (start > 0 && start >= answer.value.total) {
            // The last token of the last page has gone.
            this._start = Math.max(0, start - Number(this._size));
            await this._list();
            return;
        }
        this._failure = undefined;
        const now = answer.value.now;
        this._page = { ...answer.value, tokens: answer.value.tokens.map(token => ({ ...token, now })) };
    }

    _filter(name, value) {
        if (value !== undefined && this[name] !== value) {
            this[name] = value;
            this._start = 0;
            this._list();
        }
    }

    _turn(pages) {
        this._start = Math.max(0, this._start + pages * Number(this._size));
        this._list();
    }

    /** Asks first, if it matters. */
    _confirm(question) {
        this._question = question;
    }

    async _change(call, done) {
        const answer = await ask(call());
        if (!answer.failure) {
            notifier.showSuccessMessage(done(answer.value));
        }
        await this._list();
        if (answer.failure) {
            this._failure = answer.failure;
        }
    }

    _revoke(token) {
        this._confirm({
            header: 'Revoke this token?', button: 'Revoke',
            text: `The access token ${shorten(token.accessTokenHash)} of ${owner(token)} and its refresh token become invalid.`,
            action: () => this._change(
                () => this.jsonRpc.revokeToken({ service: this._service, accessTokenHash: token.accessTokenHash }),
                count => `Revoked: ${count}`)
        });
    }

    _delete(token) {
        this._confirm({
            header: 'Delete this token?', button: 'Delete',
            text: `The access token ${shorten(token.accessTokenHash)} of ${owner(token)} is deleted for good.`,
            action: () => this._change(
                () => this.jsonRpc.deleteToken({ service: this._service, accessTokenHash: token.accessTokenHash }),
                () => 'Deleted')
        });
    }

    _revokeAll() {
        const whose = [this._client ? `client ${this._client}` : '', this._subject ? `subject ${this._subject}` : '']
            .filter(text => text).join(' and ');
        this._confirm({
            header: 'Revoke all these tokens?', button: 'Revoke all',
            text: `All tokens of ${whose} are revoked, whatever the status filter shows.`,
            action: () => this._change(
                () => this.jsonRpc.revokeTokens({ service: this._service, client: this._client, subject: this._subject }),
                count => `Revoked: ${count}`)
        });
    }

    render() {
        return html`
            ${this._renderBanner()}
            <div class="bar">
                <authlete-service-select .services="${this._services}" .value="${this._service ?? ''}"
                    @service-changed="${event => this._filter('_service', event.detail.value)}"></authlete-service-select>
                <vaadin-text-field class="client" label="Client" placeholder="ID or alias" clear-button-visible
                    .value="${this._client}" @change="${event => this._filter('_client', event.target.value.trim())}">
                </vaadin-text-field>
                <vaadin-text-field class="subject" label="Subject" clear-button-visible
                    .value="${this._subject}" @change="${event => this._filter('_subject', event.target.value.trim())}">
                </vaadin-text-field>
                <vaadin-select class="status" label="Status" .items="${STATUSES}" .value="${this._status}"
                    @value-changed="${event => this._filter('_status', event.detail.value)}"></vaadin-select>
                <vaadin-button class="refresh" theme="tertiary" @click="${this._list}">
                    <vaadin-icon icon="font-awesome-solid:rotate" slot="prefix"></vaadin-icon>Refresh
                </vaadin-button>
                <span class="space"></span>
                <vaadin-button class="revoke-all" theme="error" ?disabled="${!this._client && !this._subject}"
                    title="Filter by client or subject first" @click="${this._revokeAll}">Revoke all of these</vaadin-button>
                <vaadin-button class="create" theme="primary" ?disabled="${!this._current || this._current.inactive}"
                    @click="${() => { this._creating = true; }}">
                    <vaadin-icon icon="font-awesome-solid:plus" slot="prefix"></vaadin-icon>Create token
                </vaadin-button>
            </div>
            <authlete-failure .failure="${this._failure}"></authlete-failure>
            <authlete-token-grid .tokens="${this._page?.tokens ?? []}"
                @edit="${event => { this._edited = event.detail.token; }}"
                @revoke="${event => this._revoke(event.detail.token)}"
                @delete="${event => this._delete(event.detail.token)}"></authlete-token-grid>
            ${this._renderPaging()}
            ${this._renderDialogs()}`;
    }

    _renderBanner() {
        const service = this._current;
        if (!service || service.emulated || service.inactive) {
            return '';
        }
        return html`
            <div class="banner" role="status">
                <vaadin-icon icon="font-awesome-solid:triangle-exclamation"></vaadin-icon>
                <span><b>This is not the emulator.</b> The service <b>${serviceLabel(service.name)}</b> is at ${service.url}:
                    what you change here is changed for its users.</span>
            </div>`;
    }

    _renderPaging() {
        const total = this._page?.total ?? 0;
        const last = this._start + (this._page?.tokens.length ?? 0);
        return html`
            <div class="bar" style="align-items: center; padding-bottom: 5px;">
                <span class="range">${total === 0 ? 'No tokens' : `${this._start + 1}–${last} of ${total}`}</span>
                <vaadin-button class="previous" theme="small" ?disabled="${this._start === 0}"
                    @click="${() => this._turn(-1)}">Previous</vaadin-button>
                <vaadin-button class="next" theme="small" ?disabled="${last >= total}"
                    @click="${() => this._turn(1)}">Next</vaadin-button>
                <span class="space"></span>
                <span class="muted">per page</span>
                <vaadin-select class="size" theme="small" aria-label="Tokens per page" .items="${PAGE_SIZES}" .value="${this._size}"
                    @value-changed="${event => this._filter('_size', event.detail.value)}"></vaadin-select>
            </div>`;
    }

    _renderDialogs() {
        const question = this._question;
        return html`
            <authlete-new-token .rpc="${this.rpc}" .service="${this._current}" .opened="${!!this._creating}"
                @closed="${() => { this._creating = false; this._list(); }}"></authlete-new-token>
            <authlete-edit-token .rpc="${this.rpc}" .service="${this._current}" .token="${this._edited}"
                @closed="${() => { this._edited = undefined; this._list(); }}"></authlete-edit-token>
            <vaadin-confirm-dialog header="${question?.header ?? ''}" cancel-button-visible
                confirm-text="${question?.button ?? ''}" confirm-theme="error primary" .opened="${!!question}"
                @confirm="${() => question?.action()}"
                @opened-changed="${event => { if (!event.detail.value) { this._question = undefined; } }}">
                ${question?.text ?? ''}
                ${question && this._current && !this._current.emulated
                    ? html`<p><b>This is a real service: ${this._current.url}</b></p>` : ''}
            </vaadin-confirm-dialog>`;
    }
}

function owner(token) {
    return `client ${token.client}${token.subject ? `, subject ${token.subject}` : ''}`;
}
customElements.define('qwc-authlete-tokens', QwcAuthleteTokens);
