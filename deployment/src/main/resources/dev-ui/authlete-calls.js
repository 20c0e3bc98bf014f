import { LitElement, html, css } from 'lit';
import { columnBodyRenderer, gridRowDetailsRenderer } from '@vaadin/grid/lit.js';
import '@vaadin/grid';
import '@vaadin/button';
import '@vaadin/checkbox';
import { ask, duration, resultBadge, serviceLabel, textStyles, timeOfDay } from './authlete-ui.js';

const INTERVAL = 1000;
const PATIENCE = 5000;

/** The last calls with their attempts, kept up to date. */
class AuthleteCalls extends LitElement {

    static styles = [textStyles, css`
        :host {
            display: flex;
            flex-direction: column;
            gap: 6px;
            min-height: 160px;
        }
        .bar {
            display: flex;
            align-items: center;
            gap: 16px;
        }
        .space {
            flex-grow: 1;
        }
        vaadin-grid {
            flex-grow: 1;
            min-height: 120px;
        }
        .attempts {
            padding: 4px 12px 10px 44px;
            font-size: var(--lumo-font-size-s);
        }
        table {
            border-collapse: collapse;
        }
        th {
            text-align: left;
            font-weight: normal;
            color: var(--lumo-secondary-text-color);
        }
        th, td {
            padding: 2px 18px 2px 0;
            vertical-align: top;
        }
        .message {
            white-space: normal;
            overflow-wrap: anywhere;
        }
    `];

    static properties = {
        rpc: { attribute: false },
        _calls: { state: true },
        _opened: { state: true },
        _hideDevUi: { state: true }
    };

    constructor() {
        super();
        this._calls = [];
        this._opened = [];
        this._known = new Set();
        this._hideDevUi = false;
    }

    connectedCallback() {
        super.connectedCallback();
        this._timer = setInterval(() => this.refresh(), INTERVAL);
        this.updateComplete.then(() => this.refresh());
    }

    disconnectedCallback() {
        clearInterval(this._timer);
        super.disconnectedCallback();
    }

    /** An answer gets lost when the application is restarted, so it is not waited for forever. */
    async refresh() {
        if (!this.rpc || this._asked && Date.now() - this._asked < PATIENCE) {
            return;
        }
        this._asked = Date.now();
        this._show(await ask(this.rpc().traffic({ version: this._version ?? null })));
        this._asked = undefined;
    }

    async _clear() {
        this._show(await ask(this.rpc().clearTraffic()));
    }

    _show(update) {
        if (update.failure || !update.calls) {
            return;
        }
        this._version = update.version;
        this._calls = update.calls;
        // What has been retried is what one looks for.
        const fresh = update.calls.filter(call => call.attempts.length > 1 && !this._known.has(call.id));
        fresh.forEach(call => this._known.add(call.id));
        const opened = new Set([...this._opened, ...fresh].map(call => call.id));
        this._opened = update.calls.filter(call => opened.has(call.id));
    }

    render() {
        const calls = this._hideDevUi ? this._calls.filter(call => !call.devUi) : this._calls;
        const several = new Set(this._calls.map(call => call.service)).size > 1;
        return html`
            <div class="bar">
                <slot></slot>
                <span class="muted">The last ${this._calls.length} calls, the latest first</span>
                <span class="space"></span>
                <vaadin-checkbox label="Without those of the Dev UI" .checked="${this._hideDevUi}"
                    @checked-changed="${event => { this._hideDevUi = event.detail.value; }}"></vaadin-checkbox>
                <vaadin-button class="clear" theme="small tertiary" @click="${this._clear}">Clear</vaadin-button>
            </div>
            <vaadin-grid .items="${calls}" item-id-path="id" theme="no-border compact row-stripes"
                .detailsOpenedItems="${this._opened}"
                ${gridRowDetailsRenderer(call => this._renderAttempts(call), [])}>
                <vaadin-grid-column width="44px" flex-grow="0" ${columnBodyRenderer(call => this._renderToggle(call), [this._opened])}>
                </vaadin-grid-column>
                <vaadin-grid-column header="Time" width="135px" flex-grow="0" ${columnBodyRenderer(call => timeOfDay(call.time), [])}>
                </vaadin-grid-column>
                <vaadin-grid-column header="Service" width="110px" flex-grow="0" ?hidden="${!several}"
                    ${columnBodyRenderer(call => serviceLabel(call.service), [])}></vaadin-grid-column>
                <vaadin-grid-column header="Operation" width="160px" flex-grow="0" ${columnBodyRenderer(this._renderOperation, [])}>
                </vaadin-grid-column>
                <vaadin-grid-column header="Result" width="105px" flex-grow="0" ${columnBodyRenderer(call => resultBadge(call.result), [])}>
                </vaadin-grid-column>
                <vaadin-grid-column header="Status" width="75px" flex-grow="0" ${columnBodyRenderer(call => call.status ?? '', [])}>
                </vaadin-grid-column>
                <vaadin-grid-column header="Code" width="100px" flex-grow="0" ${columnBodyRenderer(call => call.resultCode ?? '', [])}>
                </vaadin-grid-column>
                <vaadin-grid-column header="Attempts" width="90px" flex-grow="0" ${columnBodyRenderer(call => call.attempts.length, [])}>
                </vaadin-grid-column>
                <vaadin-grid-column header="Duration" width="95px" flex-grow="0" ${columnBodyRenderer(call => duration(call.millis), [])}>
                </vaadin-grid-column>
                <vaadin-grid-column header="Outcome" width="105px" flex-grow="0" ${columnBodyRenderer(call => call.failure?.outcome ?? '', [])}>
                </vaadin-grid-column>
                <vaadin-grid-column header="Failure" width="200px" ${columnBodyRenderer(call => this._renderFailure(call), [])}>
                </vaadin-grid-column>
            </vaadin-grid>`;
    }

    _renderToggle(call) {
        const opened = this._opened.some(other => other.id === call.id);
        return html`
            <vaadin-button theme="icon small tertiary-inline" aria-label="Attempts"
                @click="${() => this._toggle(call, opened)}">
                <vaadin-icon style="width: 12px;" icon="font-awesome-solid:${opened ? 'chevron-down' : 'chevron-right'}"></vaadin-icon>
            </vaadin-button>`;
    }

    _toggle(call, opened) {
        this._opened = opened ? this._opened.filter(other => other.id !== call.id) : [...this._opened, call];
    }

    _renderOperation(call) {
        return html`${call.operation} ${call.devUi ? html`<qui-badge tiny pill><span>Dev UI</span></qui-badge>` : ''}
            ${call.recovered ? html`<qui-badge tiny pill level="warning"
                title="The answer to the create was lost; the token was found, or created anew"><span>recovered</span></qui-badge>` : ''}`;
    }

    _renderFailure(call) {
        return call.failure ? html`<span title="${call.failure.message}">${call.failure.type}</span>` : '';
    }

    _renderAttempts(call) {
        return html`
            <div class="attempts">
                ${call.attempts.length === 0 ? html`<span class="muted">Nothing was sent.</span>` : html`
                    <table>
                        <tr><th>Attempt</th><th>Time</th><th>Result</th><th>Status</th><th>Code</th><th>Duration</th>
                            <th>Outcome</th><th>Failure</th></tr>
                        ${call.attempts.map(attempt => html`
                            <tr class="attempt">
                                <td>${attempt.number}</td>
                                <td>${timeOfDay(attempt.time)}</td>
                                <td>${resultBadge(attempt.result)}</td>
                                <td>${attempt.status ?? 'none'}</td>
                                <td>${attempt.resultCode ?? ''}</td>
                                <td>${duration(attempt.millis)}</td>
                                <td>${attempt.failure?.outcome ?? ''}</td>
                                <td class="message">${attempt.failure?.message ?? ''}</td>
                            </tr>`)}
                    </table>`}
                ${call.failure ? html`<div class="message">${call.failure.type}: ${call.failure.message}</div>` : ''}
            </div>`;
    }
}
customElements.define('authlete-calls', AuthleteCalls);
