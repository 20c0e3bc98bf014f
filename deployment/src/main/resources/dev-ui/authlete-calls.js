import { LitElement, html, css } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '@vaadin/checkbox';
import { ENDS, endOf, matches } from './authlete-call-ends.js';
import './authlete-call.js';
import './authlete-call-strip.js';
import { Poll, Request } from './authlete-request.js';
import { serviceLabel, timeOfDay } from './authlete-text.js';
import { KeepFocus, renderSelect, textStyles } from './authlete-ui.js';

const ANY = { label: 'any', value: 'any' };
const RESULTS = items(['success', 'failure', 'cancelled', 'in flight']);
const OUTCOMES = items(ENDS.map(end => end.filter.outcome).filter(outcome => outcome));

/** The last calls, the latest first, kept up to date. Fires "filter" with what is to be changed in the filter. */
class AuthleteCalls extends LitElement {

    static styles = [textStyles, css`
        :host {
            display: flex;
            flex-direction: column;
            gap: 6px;
            min-height: 220px;
        }
        .list {
            flex-grow: 1;
            min-height: 120px;
            overflow: auto;
        }
        .bar {
            align-items: center;
        }
        .bar vaadin-select {
            width: 130px;
        }
    `];

    static properties = {
        rpc: { attribute: false },
        filter: { attribute: false },
        _calls: { state: true },
        _breakers: { state: true },
        _opened: { state: true },
        _paused: { state: true }
    };

    constructor() {
        super();
        this.filter = {};
        this._calls = [];
        this._breakers = [];
        this._opened = new Set();
        this._known = new Set();
        this._request = new Request(this);
        new Poll(this, () => this.refresh());
        new KeepFocus(this, '.count');
    }

    connectedCallback() {
        super.connectedCallback();
        this.updateComplete.then(() => this.refresh());
    }

    /** @param anew whether not to wait for an answer that may have been lost */
    async refresh(anew = false) {
        if (this.rpc && !this._paused && (anew || !this._request.busy)) {
            const update = await this._request.ask(() => this.rpc().traffic({ version: this._version ?? '' }));
            if (update && !this._paused) {
                this._show(update);
                if (update.more) {
                    this.refresh();
                }
            }
        }
    }

    async _clear() {
        this._paused = false;
        await this._request.ask(() => this.rpc().clearTraffic());
        await this.refresh(true);
    }

    _show(update) {
        this._version = update.version;
        this._breakers = update.breakers;
        const changed = new Set(update.calls.map(call => call.id));
        const known = this._calls.filter(call => call.id >= update.first && !changed.has(call.id));
        if (changed.size > 0 || known.length < this._calls.length) {
            this._calls = [...update.calls, ...known].sort((one, other) => other.id - one.id);
        }
        // What may have taken effect or not is what one looks for.
        const fresh = update.calls.filter(call => endOf(call) === 'UNKNOWN' && !this._known.has(call.id)).map(call => call.id);
        if (fresh.length > 0) {
            this._known = new Set([...this._known, ...fresh]);
            this._opened = new Set([...this._opened, ...fresh]);
        }
    }

    render() {
        const inSpan = { ...this.filter, span: '' };
        const calls = this._calls.filter(call => matches(call, this.filter));
        const several = new Set(this._calls.map(call => call.service)).size > 1;
        return html`
            <div class="bar">
                <slot></slot>
                ${this._renderFilter('operation', 'Operation', [ANY, ...items([...new Set(this._calls.map(call => call.operation))].sort())])}
                ${this._renderFilter('result', 'Result', [ANY, ...RESULTS])}
                ${this._renderFilter('outcome', 'Outcome', [ANY, ...OUTCOMES])}
                <vaadin-checkbox class="hide-dev-ui" label="Without those of the Dev UI" .checked="${!!this.filter.devUi}"
                    @checked-changed="${event => event.detail.value !== !!this.filter.devUi && this._fire({ devUi: event.detail.value ? 'hidden' : '' })}">
                </vaadin-checkbox>
                <span class="space"></span>
                <vaadin-button class="pause" theme="small" aria-pressed="${!!this._paused}" @click="${this._pause}">
                    <vaadin-icon slot="prefix" icon="font-awesome-solid:${this._paused ? 'play' : 'pause'}"></vaadin-icon>
                    ${this._paused ? 'Go on' : 'Pause'}
                </vaadin-button>
                <vaadin-button class="clear" theme="small" @click="${() => this._clear()}">Clear</vaadin-button>
            </div>
            <authlete-call-strip .calls="${this._calls.filter(call => matches(call, inSpan))}" .filter="${this.filter}"
                @filter="${event => this._fire(event.detail)}"></authlete-call-strip>
            <div class="bar small">
                <span class="count" tabindex="-1">${this._count(calls)}</span>
                ${this.filter.span ? html`<vaadin-button class="any-time" theme="small" @click="${() => this._fire({ span: '' })}">
                    From ${timeOfDay(Number(this.filter.span.split('-')[0])).substring(0, 8)} only: show all</vaadin-button>` : ''}
                <span class="space"></span>
                <span class="breakers">${this._renderBreakers()}</span>
            </div>
            <authlete-failure .failure="${this._request.failure}"></authlete-failure>
            <div class="list" tabindex="0" role="region" aria-label="Calls">
                ${repeat(calls, call => call.id, call => html`
                    <authlete-call .call="${call}" ?several="${several}" ?opened="${this._opened.has(call.id)}"
                        @toggle="${() => this._toggle(call.id)}"></authlete-call>`)}
            </div>`;
    }

    _count(calls) {
        const all = this._calls.length;
        return `Calls: ${calls.length === all ? '' : `${calls.length} of `}${all}, the latest first${this._paused ? '; paused' : ''}`;
    }

    _renderFilter(name, label, choices) {
        return renderSelect(name, label, choices, this.filter[name] || ANY.value,
            value => this._fire({ [name]: value === ANY.value ? '' : value }));
    }

    _renderBreakers() {
        const tripped = this._breakers.filter(breaker => breaker.state !== 'closed');
        if (this._breakers.length === 0) {
            return '';
        }
        return tripped.length === 0 ? 'Circuit breakers: closed' : html`Circuit breakers: ${tripped.map(breaker => html`
            <qui-badge small pill level="error"><span>${serviceLabel(breaker.service)} ${breaker.operation}: ${breaker.state}</span></qui-badge>`)}`;
    }

    _toggle(id) {
        const opened = new Set(this._opened);
        if (!opened.delete(id)) {
            opened.add(id);
        }
        this._opened = opened;
    }

    _pause() {
        this._paused = !this._paused;
        this.refresh();
    }

    _fire(detail) {
        this.dispatchEvent(new CustomEvent('filter', { detail }));
    }
}

function items(names) {
    return names.map(name => ({ label: name, value: name }));
}
customElements.define('authlete-calls', AuthleteCalls);
