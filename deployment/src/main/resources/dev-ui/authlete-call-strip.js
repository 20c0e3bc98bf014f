import { LitElement, html, css } from 'lit';
import { ENDS, endOf } from './authlete-call-ends.js';
import { timeOfDay } from './authlete-text.js';
import { textStyles } from './authlete-ui.js';

const COLUMNS = 60;

/** How long a column may stand for, in milliseconds. */
const STEPS = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600, 7200, 21600, 86400].map(seconds => seconds * 1000);

/** How calls ended over time. Fires "filter" with what to filter by when a column or an end is clicked. */
class AuthleteCallStrip extends LitElement {

    static styles = [textStyles, css`
        .columns {
            display: flex;
            align-items: stretch;
            height: 42px;
            gap: 1px;
            border-bottom: 1px solid var(--lumo-contrast-30pct);
        }
        .columns > * {
            flex: 1 1 0;
            min-width: 0;
        }
        button {
            display: flex;
            flex-direction: column-reverse;
            padding: 0;
            border: 0;
            background: none;
            cursor: pointer;
            font: inherit;
            color: inherit;
        }
        button:hover, button[aria-pressed='true'] {
            background: var(--lumo-contrast-10pct);
        }
        button:focus-visible {
            outline: 2px solid var(--lumo-primary-color);
        }
        .ends {
            display: flex;
            flex-wrap: wrap;
            gap: 4px 12px;
            padding-top: 4px;
        }
        .ends button {
            flex-direction: row;
            align-items: center;
            gap: 6px;
            padding: 2px 6px;
            border-radius: var(--lumo-border-radius-m);
            font-size: var(--lumo-font-size-s);
        }
        .color {
            width: 10px;
            height: 10px;
        }
    `];

    static properties = {
        calls: { attribute: false },
        filter: { attribute: false }
    };

    render() {
        const columns = this._columns();
        const most = Math.max(...columns.map(column => column.calls.length));
        return html`
            <div class="columns" role="group" aria-label="Calls over time">${columns.map(column => this._renderColumn(column, most))}</div>
            <div class="ends" role="group" aria-label="How calls ended">${ENDS.map(end => this._renderEnd(end))}</div>`;
    }

    /** Of equal length, with round limits, so that they stay the same while calls come. */
    _columns() {
        if (this.calls.length === 0) {
            return [];
        }
        const times = this.calls.map(call => call.time);
        const [oldest, latest] = [Math.min(...times), Math.max(...times)];
        const step = STEPS.find(step => (latest - oldest) / step < COLUMNS - 1) ?? Math.ceil((latest - oldest) / COLUMNS);
        const first = Math.floor(oldest / step);
        return Array.from({ length: COLUMNS }, (ignored, index) => {
            const from = (first + index) * step;
            return { from, to: from + step - 1, calls: this.calls.filter(call => call.time >= from && call.time < from + step) };
        });
    }

    _renderColumn({ from, to, calls }, most) {
        if (calls.length === 0) {
            return html`<span></span>`;
        }
        const span = `${from}-${to}`;
        const ends = ENDS.map(end => ({ ...end, count: calls.filter(call => endOf(call) === end.name).length })).filter(end => end.count);
        const text = `${timeOfDay(from).substring(0, 8)}: ${ends.map(end => `${end.count} ${end.label}`).join(', ')}`;
        const pressed = this.filter.span === span;
        return html`
            <button class="column" aria-pressed="${pressed}" aria-label="${text}" title="${text}"
                @click="${() => this._fire({ span: pressed ? '' : span })}">
                ${ends.map(end => html`<span style="height: ${100 * end.count / most}%; min-height: 2px; background: ${end.color}"></span>`)}
            </button>`;
    }

    _renderEnd(end) {
        const count = this.calls.filter(call => endOf(call) === end.name).length;
        const pressed = Object.entries(end.filter).every(([name, value]) => (this.filter[name] || '') === value);
        return html`
            <button class="end" aria-pressed="${pressed}" @click="${() => this._fire(pressed ? { result: '', outcome: '' } : end.filter)}">
                <span class="color" style="background: ${end.color}"></span><span>${end.label}: ${count}</span>
            </button>`;
    }

    _fire(detail) {
        this.dispatchEvent(new CustomEvent('filter', { detail }));
    }
}
customElements.define('authlete-call-strip', AuthleteCallStrip);
