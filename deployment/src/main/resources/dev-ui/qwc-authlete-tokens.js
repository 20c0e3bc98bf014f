import { html, css } from 'lit';
import { notifier } from 'notifier';
import '@vaadin/text-field';
import { AddressState } from './authlete-address.js';
import './authlete-dialog.js';
import './authlete-edit-token.js';
import './authlete-fields.js';
import './authlete-new-token.js';
import { AuthletePage, pageStyles } from './authlete-page.js';
import { Request } from './authlete-request.js';
import { owner, serviceLabel, shorten } from './authlete-text.js';
import './authlete-token-table.js';
import { KeepFocus, renderSelect, renderServiceSelect } from './authlete-ui.js';

const STATUSES = [
    { label: 'Not expired', value: 'VALID' },
    { label: 'Expired', value: 'INVALID' },
    { label: 'All', value: 'ALL' }
];
const SIZE = 20;
const DEFAULTS = { service: '', client: '', subject: '', status: 'ALL', page: '1' };

/** The tokens of a service. */
export class QwcAuthleteTokens extends AuthletePage {

    static styles = [pageStyles, css`
        .banner {
            display: flex;
            align-items: center;
            gap: 12px;
            padding: 10px 14px;
            border-radius: var(--lumo-border-radius-m);
            background: var(--lumo-warning-color-10pct);
            overflow-wrap: anywhere;
        }
        .banner vaadin-icon {
            flex-shrink: 0;
            color: var(--lumo-warning-text-color);
        }
        .paging {
            align-items: center;
            padding-bottom: 5px;
        }
        .client {
            width: 170px;
        }
        .subject, .status, .service {
            width: 135px;
        }
        .jump {
            width: 90px;
        }
    `];

    static properties = { _shown: { state: true } };

    constructor() {
        super();
        this._address = new AddressState(this, DEFAULTS, () => this._list());
        this._listing = new Request(this);
        this._changing = new Request(this);
        this._counting = new Request(this);
        new KeepFocus(this, '.range');
    }

    servicesKnown() {
        this._list();
    }

    get _current() {
        return this.service(this._address.values.service);
    }

    /** Shows what the address says. What is shown until the answer comes stays, with the service and filter it belongs to. */
    async _list() {
        const { client, subject, status, page } = this._address.values;
        const service = this._current;
        if (!service) {
            return;
        }
        const number = Math.max(1, Math.min(Number(page) || 1, 1e6));
        const answer = await this._listing.ask(() => this._tokens(service, client, subject, status, number));
        if (!answer) {
            this._shown = this._listing.failure ? undefined : this._shown;
            return;
        }
        const last = Math.max(1, Math.ceil((answer.total ?? 0) / SIZE));
        if (answer.total !== undefined && number > last) {
            this._address.replace({ page: String(last) });
            this._list();
            return;
        }
        const turned = this._shown && this._shown.number !== number;
        this._shown = { ...answer, service, client, subject, number, last };
        if (turned) {
            this.renderRoot.querySelector('authlete-token-table')?.toTop();
        }
    }

    _tokens(service, client, subject, status, number) {
        return this.jsonRpc.listTokens({
            service: service.name, client, subject, status, start: String((number - 1) * SIZE), end: String(number * SIZE)
        });
    }

    _filter(changes) {
        this._changing.forget();
        this._address.set({ page: '1', ...changes });
    }

    async _change(call, done) {
        const value = await this._changing.change(call);
        if (value !== undefined) {
            notifier.showSuccessMessage(done(value));
        }
        await this._list();
    }

    _revoke(token) {
        return this._end(token, 'Revoke', 'revokeToken', 'and its refresh token become invalid', count => `Revoked: ${count}`);
    }

    _delete(token) {
        return this._end(token, 'Delete', 'deleteToken', 'is deleted for good', () => 'Deleted');
    }

    async _end(token, button, method, effect, done) {
        const { service } = this._shown;
        const whose = owner(token.client, token.subject);
        if (await this._confirm({
            header: `${button} this token?`, button, service,
            text: `The access token ${shorten(token.accessTokenHash)} of ${whose} ${effect}.`
        })) {
            await this._change(() => this.jsonRpc[method]({ service: service.name, accessTokenHash: token.accessTokenHash }), done);
        }
    }

    /** Of those whose tokens are shown, whatever the filter says meanwhile. */
    async _revokeAll() {
        const { service, client, subject } = this._shown;
        const counted = await this._counting.change(() => this._tokens(service, client, subject, 'ALL', 1));
        if (counted && await this._confirm({
            header: 'Revoke all these tokens?', button: 'Revoke all', service,
            text: `Tokens of ${owner(client, subject)} that become invalid, whatever their status: ${counted.total ?? 'all'}.`
        })) {
            await this._change(() => this.jsonRpc.revokeTokens({ service: service.name, client, subject }),
                count => `Revoked: ${count}`);
        }
    }

    _confirm(question) {
        return this.renderRoot.querySelector('authlete-confirm').ask(question);
    }

    render() {
        const values = this._address.values;
        return html`
            ${this._renderBanner()}
            <div class="bar">
                ${renderServiceSelect(this.services, this._current?.name, service => this._filter({ service }))}
                ${this._renderText('client', 'Client', 'ID or alias')}
                ${this._renderText('subject', 'Subject', '')}
                ${renderSelect('status', 'Status', STATUSES, values.status, status => this._filter({ status }))}
                <vaadin-button class="refresh" theme="tertiary" @click="${() => this.hotReload()}">
                    <vaadin-icon icon="font-awesome-solid:rotate" slot="prefix"></vaadin-icon>Refresh
                </vaadin-button>
                <span class="space"></span>
                <vaadin-button class="revoke-all" theme="error" ?disabled="${!this._mayRevokeAll}"
                    title="Filter by client or subject first" @click="${this._revokeAll}">Revoke all of these</vaadin-button>
                <vaadin-button class="create" theme="primary" ?disabled="${!this._current || this._current.inactive}"
                    @click="${() => this.renderRoot.querySelector('authlete-new-token').create(this._current)}">
                    <vaadin-icon icon="font-awesome-solid:plus" slot="prefix"></vaadin-icon>Create token
                </vaadin-button>
            </div>
            ${[this.servicesRequest, this._changing, this._counting, this._listing].map(request => request.failure
                ? html`<authlete-failure .failure="${request.failure}"></authlete-failure>` : '')}
            <authlete-token-table .tokens="${this._shown?.tokens ?? []}" .now="${this._shown?.now}" ?busy="${this._listing.busy}"
                @edit="${event => this._edit(event.detail.token)}" @revoke="${event => this._revoke(event.detail.token)}"
                @delete="${event => this._delete(event.detail.token)}"></authlete-token-table>
            ${this._renderPaging()}
            <authlete-new-token .rpc="${this.rpc}" @closed="${this._list}"
                @find="${event => this._filter({ ...event.detail, status: 'ALL' })}"></authlete-new-token>
            <authlete-edit-token .rpc="${this.rpc}" @closed="${this._list}"></authlete-edit-token>
            <authlete-confirm></authlete-confirm>`;
    }

    get _mayRevokeAll() {
        return this._shown && !this._listing.busy && (this._shown.client || this._shown.subject) && this._shown.total !== 0;
    }

    _edit(token) {
        this.renderRoot.querySelector('authlete-edit-token').edit(this._shown.service, token, this._shown.now);
    }

    _renderText(name, label, placeholder) {
        return html`
            <vaadin-text-field class="${name}" label="${label}" placeholder="${placeholder}" clear-button-visible
                .value="${this._address.values[name]}" @change="${event => this._filter({ [name]: event.target.value.trim() })}">
            </vaadin-text-field>`;
    }

    _renderBanner() {
        const service = this._current;
        return !service || service.emulated || service.inactive ? '' : html`
            <div class="banner" role="status">
                <vaadin-icon icon="font-awesome-solid:triangle-exclamation"></vaadin-icon>
                <span><b>This is not the emulator.</b> The service <b>${serviceLabel(service.name)}</b> is at ${service.url}:
                    what you change here is changed for its users.</span>
            </div>`;
    }

    _renderPaging() {
        const { number = 1, last = 1, tokens = [], total } = this._shown ?? {};
        const more = total === undefined ? tokens.length === SIZE : number < last;
        return html`
            <div class="bar paging">
                <span class="range" tabindex="-1" role="status">${this._range}</span>
                ${this._renderTurn('first', 'First', 1, number > 1)}
                ${this._renderTurn('previous', 'Previous', number - 1, number > 1)}
                ${this._renderTurn('next', 'Next', number + 1, more)}
                ${this._renderTurn('last', 'Last', last, number < last)}
                ${last > 2 ? html`
                    <authlete-number-field class="jump" label="Page of ${last}" min="1" max="${last}" .value="${String(number)}"
                        @keydown="${event => event.key === 'Enter' && this._jump(event.currentTarget)}"></authlete-number-field>` : ''}
            </div>`;
    }

    get _range() {
        if (!this._shown) {
            return this._listing.busy || this.servicesRequest.busy ? 'Loading…' : '';
        }
        const { total, number, tokens } = this._shown;
        if (tokens.length === 0) {
            return 'No tokens';
        }
        const start = (number - 1) * SIZE;
        return `${start + 1}–${start + tokens.length}${total === undefined ? '' : ` of ${total}`}`;
    }

    _renderTurn(name, label, page, possible) {
        return html`<vaadin-button class="${name}" theme="small" ?disabled="${!possible}"
            @click="${() => this._address.set({ page: String(page) })}">${label}</vaadin-button>`;
    }

    _jump(field) {
        if (!field.problem && field.value.trim()) {
            this._address.set({ page: String(Number(field.value)) });
        }
    }
}
customElements.define('qwc-authlete-tokens', QwcAuthleteTokens);
