import { html, css } from 'lit';
import './authlete-calls.js';
import './authlete-dialog.js';
import './authlete-fault-form.js';
import './authlete-fields.js';
import { AuthletePage, pageStyles } from './authlete-page.js';
import { Poll, Request } from './authlete-request.js';
import { absoluteTime, duration, timeOfDay } from './authlete-text.js';
import { KeepFocus, renderServiceSelect, tableStyles } from './authlete-ui.js';

/** Seconds, ten years. */
const FARTHEST = 315360000;

/** Lets the emulator fail, and shows what the client did about it. */
export class QwcAuthleteFaults extends AuthletePage {

    static styles = [pageStyles, tableStyles, css`
        .columns {
            display: grid;
            grid-template-columns: repeat(auto-fit, minmax(min(430px, 100%), 1fr));
            gap: 20px;
        }
        .columns > div {
            display: flex;
            flex-direction: column;
            gap: 8px;
            min-width: 0;
        }
        .clock {
            width: 150px;
        }
        .pending {
            display: flex;
            flex-wrap: wrap;
            gap: 6px;
            align-items: center;
            min-height: 30px;
        }
        .fault {
            display: flex;
            align-items: center;
            gap: 4px;
            padding: 0 4px 0 10px;
            border-radius: 14px;
            background: var(--lumo-warning-color-10pct);
            font-size: var(--lumo-font-size-s);
        }
        .fault vaadin-button {
            margin: 0;
        }
        .requests {
            height: 130px;
        }
        authlete-fault-form {
            flex: 1 1 500px;
        }
        authlete-calls {
            flex-grow: 1;
            min-height: 320px;
        }
    `];

    static properties = {
        _service: { state: true },
        _state: { state: true },
        _clock: { state: true },
        _filter: { state: true }
    };

    constructor() {
        super();
        this._clock = '3600';
        this._filter = {};
        this._reading = new Request(this);
        this._changing = new Request(this);
        new Poll(this, () => this._refresh());
        new KeepFocus(this, '.pending-title');
    }

    servicesKnown() {
        this.services = this.services.filter(service => service.emulated && !service.inactive);
        this._reading.forget();
        this._refresh();
    }

    get _current() {
        return this.service(this._service);
    }

    /** By and by the faults are used up. */
    async _refresh() {
        const service = this._current;
        if (service && !this._reading.busy && !this._changing.busy) {
            this._state = await this._reading.ask(() => this.jsonRpc.emulator({ service: service.name })) ?? this._state;
        }
    }

    async _do(method, parameters = {}) {
        const service = this._current;
        this._reading.forget();
        this._state = await this._changing.change(() => this.jsonRpc[method]({ service: service.name, ...parameters })) ?? this._state;
    }

    async _advance() {
        const field = this.renderRoot.querySelector('.clock');
        if (field.problem) {
            field.focus();
        } else {
            await this._do('advanceClock', { seconds: this._clock.trim() });
        }
    }

    async _reset() {
        const sure = await this.renderRoot.querySelector('authlete-confirm').ask({
            header: 'Reset the emulator?', button: 'Reset', service: this._current,
            text: 'For all services: the tokens of the seed file only, no faults, no recorded requests, the time of the machine.'
        });
        if (sure) {
            await this._do('resetEmulator');
        }
    }

    render() {
        return html`
            <div class="bar">
                ${renderServiceSelect(this.services, this._current?.name, service => { this._service = service; this._refresh(); })}
                <authlete-fault-form ?disabled="${!this._current}" @inject="${event => this._do('injectFault', event.detail)}">
                </authlete-fault-form>
            </div>
            ${[this.servicesRequest, this._changing, this._reading].map(request => request.failure
                ? html`<authlete-failure .failure="${request.failure}"></authlete-failure>` : '')}
            <div class="columns">
                <div>${this._renderPending()} ${this._renderClock()}</div>
                <div>${this._renderRequests()}</div>
            </div>
            <authlete-calls .rpc="${this.rpc}" .filter="${this._filter}"
                @filter="${event => { this._filter = { ...this._filter, ...event.detail }; }}"><h3>What the client did</h3></authlete-calls>
            <authlete-confirm></authlete-confirm>`;
    }

    _renderPending() {
        const faults = this._state?.faults ?? [];
        return html`
            <div class="bar">
                <h3 class="pending-title" tabindex="-1">Faults to come</h3>
                <vaadin-button class="clear-faults" theme="small" ?disabled="${faults.length === 0}"
                    @click="${() => this._do('clearFaults')}">Clear the faults</vaadin-button>
            </div>
            <div class="pending">
                ${faults.length === 0 ? html`<span class="small">${this._state ? 'None: every call is answered as it should be.' : 'Loading…'}</span>`
                    : faults.map(fault => this._renderFault(fault))}
            </div>`;
    }

    _renderFault(fault) {
        const { text, operation, times, processed } = fault;
        const description = `${operation ?? 'any'}: ${text}, ${times === undefined ? 'until cleared' : `${times}×`}${processed ? ', carried out' : ''}`;
        return html`
            <span class="fault"><span>${description}</span>
                <vaadin-button class="remove" theme="icon small tertiary-inline" aria-label="Remove ${description}" title="Remove"
                    @click="${() => this._do('removeFault', { text, operation: operation ?? null, processed })}">
                    <vaadin-icon icon="font-awesome-solid:xmark"></vaadin-icon></vaadin-button>
            </span>`;
    }

    _renderClock() {
        return html`
            <h3>Clock and state</h3>
            <div class="bar">
                <authlete-number-field class="clock" label="Seconds" min="1" max="${FARTHEST}" required .value="${this._clock}"
                    @changed="${event => { this._clock = event.detail.value; }}"></authlete-number-field>
                <vaadin-button class="advance" ?disabled="${!this._current}" @click="${this._advance}">Advance the clock</vaadin-button>
                <vaadin-button class="reset" theme="error" ?disabled="${!this._current}" @click="${this._reset}">Reset the emulator</vaadin-button>
            </div>
            <span class="small">${this._state ? `Time of the emulator: ${absoluteTime(this._state.now)}` : ''}</span>`;
    }

    _renderRequests() {
        return html`
            <h3>Requests the emulator has seen</h3>
            <div class="scroll requests" tabindex="0" role="region" aria-label="Requests">
                <table>
                    <thead><tr><th>Time</th><th>Operation</th><th>Status</th><th>Duration</th><th>Fault</th></tr></thead>
                    <tbody>${(this._state?.requests ?? []).map(request => html`
                        <tr><td>${timeOfDay(request.time)}</td><td>${request.operation ?? ''}</td><td>${request.status ?? 'none'}</td>
                            <td>${duration(request.millis)}</td><td>${request.fault ?? ''}</td></tr>`)}
                    </tbody>
                </table>
            </div>`;
    }
}
customElements.define('qwc-authlete-faults', QwcAuthleteFaults);
