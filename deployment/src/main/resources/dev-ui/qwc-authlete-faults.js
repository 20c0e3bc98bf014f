import { QwcHotReloadElement, html, css } from 'qwc-hot-reload-element';
import { JsonRpc } from 'jsonrpc';
import { columnBodyRenderer } from '@vaadin/grid/lit.js';
import '@vaadin/grid';
import '@vaadin/button';
import '@vaadin/checkbox';
import '@vaadin/confirm-dialog';
import '@vaadin/select';
import '@vaadin/text-field';
import { absoluteTime, ask, duration, pageStyles, timeOfDay } from './authlete-ui.js';
import './authlete-calls.js';

const KINDS = [
    { label: 'HTTP status', value: 'STATUS' },
    { label: 'Action', value: 'ACTION' },
    { label: 'Connection reset', value: 'CONNECTION_RESET' },
    { label: 'Truncated body', value: 'TRUNCATED_BODY' },
    { label: 'Late answer', value: 'DELAY' },
    { label: 'Batch fails half-way', value: 'BATCH_FAILURE' },
    { label: 'Unhealthy', value: 'UNHEALTHY' }
];
const OPERATIONS = ['any', 'list', 'create', 'create-batch', 'batch-status', 'update', 'delete', 'revoke']
    .map(name => ({ label: name, value: name }));
const ACTIONS = ['BAD_REQUEST', 'FORBIDDEN', 'NOT_FOUND', 'INTERNAL_SERVER_ERROR'].map(name => ({ label: name, value: name }));

/** Lets the emulator fail, and shows what the client did about it. */
export class QwcAuthleteFaults extends QwcHotReloadElement {

    jsonRpc = new JsonRpc(this, false);

    /** A function, for Lit would take the proxy itself for a directive. */
    rpc = () => this.jsonRpc;

    static styles = [pageStyles, css`
        .columns {
            display: grid;
            grid-template-columns: repeat(auto-fit, minmax(430px, 1fr));
            gap: 20px;
        }
        .columns > div {
            display: flex;
            flex-direction: column;
            gap: 8px;
            min-width: 0;
        }
        .short {
            width: 110px;
        }
        .bar > vaadin-checkbox {
            padding-bottom: 6px;
        }
        .bar > vaadin-select {
            width: 190px;
        }
        .pending {
            display: flex;
            flex-wrap: wrap;
            gap: 6px;
            align-items: center;
            min-height: 30px;
        }
        .requests {
            height: 230px;
        }
        authlete-calls {
            flex-grow: 1;
            min-height: 260px;
        }
        vaadin-text-field, vaadin-select {
            padding: 0;
        }
    `];

    static properties = {
        _services: { state: true },
        _service: { state: true },
        _state: { state: true },
        _failure: { state: true },
        _form: { state: true },
        _resetting: { state: true }
    };

    constructor() {
        super();
        this._services = [];
        this._form = { kind: 'STATUS', operation: 'any', times: '1', status: '503', action: 'BAD_REQUEST', tokens: '1', clock: '3600' };
    }

    connectedCallback() {
        super.connectedCallback();
        this._timer = setInterval(() => this._refresh(), 1000);
        this.hotReload();
    }

    disconnectedCallback() {
        clearInterval(this._timer);
        super.disconnectedCallback();
    }

    async hotReload() {
        const services = await ask(this.jsonRpc.services());
        if (!Array.isArray(services)) {
            this._failure = services.failure;
            return;
        }
        this._services = services.filter(service => service.emulated && !service.inactive);
        if (!this._services.some(service => service.name === this._service)) {
            this._service = this._services[0]?.name;
        }
        this._failure = undefined;
        await this._refresh();
    }

    /** By and by the faults are used up. What a button has to say is not overwritten. */
    async _refresh() {
        if (this._service && !this._asking) {
            this._asking = setTimeout(() => { this._asking = undefined; }, 5000);
            const answer = await ask(this.jsonRpc.emulator({ service: this._service }));
            clearTimeout(this._asking);
            this._asking = undefined;
            if (answer.value) {
                this._state = answer.value;
            }
        }
    }

    async _do(call) {
        const answer = await ask(call);
        this._failure = answer.failure;
        this._state = answer.value ?? this._state;
    }

    _inject() {
        const form = this._form;
        try {
            this._do(this.jsonRpc.injectFault({
                service: this._service, kind: form.kind, operation: form.operation === 'any' ? null : form.operation,
                times: number('Times', form.times), processed: !!form.processed,
                status: form.kind === 'STATUS' ? number('Status', form.status) : null,
                retryAfterSeconds: form.kind === 'STATUS' ? number('Wait', form.retryAfter) : null,
                action: form.kind === 'ACTION' ? form.action : null,
                delayMillis: number('Delay', form.delay),
                tokens: form.kind === 'BATCH_FAILURE' ? number('Tokens', form.tokens) : null
            }));
        } catch (e) {
            this._failure = { message: e.message };
        }
    }

    _advance() {
        try {
            this._do(this.jsonRpc.advanceClock({ service: this._service, seconds: number('Seconds', this._form.clock) }));
        } catch (e) {
            this._failure = { message: e.message };
        }
    }

    _set(name, value) {
        if (value !== undefined && (this._form[name] ?? '') !== value) {
            this._form = { ...this._form, [name]: value };
        }
    }

    render() {
        return html`
            <div class="bar">
                <authlete-service-select .services="${this._services}" .value="${this._service ?? ''}"
                    @service-changed="${event => { this._service = event.detail.value; this._refresh(); }}">
                </authlete-service-select>
                ${this._renderSelect('operation', 'Operation', OPERATIONS)}
                ${this._renderSelect('kind', 'Fault', KINDS)}
                ${this._form.kind === 'STATUS' ? html`
                    ${this._renderField('status', 'Status', '')}
                    ${this._renderField('retryAfter', 'Told to wait (s)', 'none')}` : ''}
                ${this._form.kind === 'ACTION' ? this._renderSelect('action', 'Action', ACTIONS) : ''}
                ${this._form.kind === 'BATCH_FAILURE' ? this._renderField('tokens', 'After tokens', '') : ''}
                ${this._renderField('delay', 'Delay (ms)', 'none')}
                ${this._renderField('times', 'Next calls', 'until cleared')}
                <vaadin-checkbox class="processed" label="Carry it out before"
                    title="A lost answer: the emulator does what is asked, and then fails"
                    .checked="${!!this._form.processed}" @checked-changed="${event => this._set('processed', event.detail.value)}">
                </vaadin-checkbox>
                <vaadin-button class="inject" theme="primary" ?disabled="${!this._service}" @click="${this._inject}">
                    <vaadin-icon icon="font-awesome-solid:bolt" slot="prefix"></vaadin-icon>Inject
                </vaadin-button>
            </div>
            <authlete-failure .failure="${this._failure}"></authlete-failure>
            <div class="columns">
                <div>${this._renderPending()} ${this._renderClock()}</div>
                <div>${this._renderRequests()}</div>
            </div>
            <authlete-calls .rpc="${this.rpc}"><h3>What the client did</h3></authlete-calls>
            <vaadin-confirm-dialog header="Reset the emulator?" cancel-button-visible confirm-text="Reset"
                confirm-theme="error primary" .opened="${!!this._resetting}"
                @confirm="${() => this._do(this.jsonRpc.resetEmulator({ service: this._service }))}"
                @opened-changed="${event => { if (!event.detail.value) { this._resetting = false; } }}">
                For all services: the tokens of the seed file only, no faults, no recorded requests, the time of the machine.
            </vaadin-confirm-dialog>`;
    }

    _renderSelect(name, label, items) {
        return html`
            <vaadin-select class="${name}" label="${label}" .items="${items}" .value="${this._form[name]}"
                @value-changed="${event => this._set(name, event.detail.value)}"></vaadin-select>`;
    }

    _renderField(name, label, placeholder) {
        return html`
            <vaadin-text-field class="short ${name}" label="${label}" placeholder="${placeholder}"
                .value="${this._form[name] ?? ''}" @value-changed="${event => this._set(name, event.detail.value)}">
            </vaadin-text-field>`;
    }

    _renderPending() {
        const faults = this._state?.faults ?? [];
        return html`
            <div class="bar" style="align-items: center;">
                <h3>Pending faults</h3>
                <span class="space"></span>
                <vaadin-button class="clear-faults" theme="small" ?disabled="${faults.length === 0}"
                    @click="${() => this._do(this.jsonRpc.clearFaults({ service: this._service }))}">Clear faults</vaadin-button>
            </div>
            <div class="pending">
                ${faults.length === 0 ? html`<span class="muted">None: every call is answered as it should be.</span>` : ''}
                ${faults.map(fault => html`<qui-badge pill level="warning"><span>${describe(fault)}</span></qui-badge>`)}
            </div>`;
    }

    _renderClock() {
        return html`
            <h3>Clock and state</h3>
            <div class="bar">
                <vaadin-text-field class="short clock" label="Seconds" .value="${this._form.clock}"
                    @value-changed="${event => this._set('clock', event.detail.value)}"></vaadin-text-field>
                <vaadin-button class="advance" ?disabled="${!this._service}" @click="${this._advance}">Advance the clock</vaadin-button>
                <vaadin-button class="reset" theme="error" ?disabled="${!this._service}"
                    @click="${() => { this._resetting = true; }}">Reset the emulator</vaadin-button>
            </div>
            <span class="muted">${this._state ? `Time of the emulator: ${absoluteTime(this._state.now)}` : ''}</span>`;
    }

    _renderRequests() {
        return html`
            <h3>Requests the emulator has seen</h3>
            <vaadin-grid class="requests" .items="${this._state?.requests ?? []}" theme="no-border compact row-stripes">
                <vaadin-grid-column header="Time" width="130px" flex-grow="0"
                    ${columnBodyRenderer(request => timeOfDay(request.time), [])}></vaadin-grid-column>
                <vaadin-grid-column header="Operation" width="95px" flex-grow="0"
                    ${columnBodyRenderer(request => request.operation ?? '', [])}></vaadin-grid-column>
                <vaadin-grid-column header="Status" width="85px" flex-grow="0"
                    ${columnBodyRenderer(request => request.status ?? 'none', [])}></vaadin-grid-column>
                <vaadin-grid-column header="Duration" width="95px" flex-grow="0"
                    ${columnBodyRenderer(request => duration(request.millis), [])}></vaadin-grid-column>
                <vaadin-grid-column header="Fault"
                    ${columnBodyRenderer(request => request.fault ?? '', [])}></vaadin-grid-column>
            </vaadin-grid>`;
    }
}

function describe(fault) {
    const times = fault.times === undefined ? 'until cleared' : `${fault.times}×`;
    return `${fault.operation ?? 'any'}: ${fault.text}, ${times}${fault.processed ? ', carried out' : ''}`;
}

/** Nothing is null; everything else has to be a whole number. */
function number(label, text) {
    const value = (text ?? '').trim();
    if (value === '') {
        return null;
    }
    if (!/^[0-9]+$/.test(value)) {
        throw new Error(`${label} must be a whole number: ${value}`);
    }
    return Number(value);
}
customElements.define('qwc-authlete-faults', QwcAuthleteFaults);
