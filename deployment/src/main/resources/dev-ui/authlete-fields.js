import { LitElement, html, css } from 'lit';
import '@vaadin/button';
import '@vaadin/date-time-picker';
import '@vaadin/text-field';
import { END_OF_TIME, localTime, timeZone } from './authlete-text.js';

/** A whole number within limits, as text; blank is allowed. */
class AuthleteNumberField extends LitElement {

    static styles = css`
        vaadin-text-field {
            width: 100%;
            padding: 0;
        }
    `;

    static properties = {
        label: { type: String },
        placeholder: { type: String },
        value: { type: String },
        min: { type: Number },
        max: { type: Number },
        required: { type: Boolean }
    };

    /** What is wrong with the value, in words; empty if nothing is. */
    get problem() {
        const value = (this.value ?? '').trim();
        const right = value === '' ? !this.required
            : /^[0-9]{1,15}$/.test(value) && Number(value) >= this.min && Number(value) <= this.max;
        return right ? '' : `A whole number from ${this.min} to ${this.max}`;
    }

    focus() {
        this.renderRoot.querySelector('vaadin-text-field')?.focus();
    }

    render() {
        return html`
            <vaadin-text-field label="${this.label}" placeholder="${this.placeholder ?? ''}" .value="${this.value ?? ''}"
                .manualValidation="${true}" .invalid="${this.problem !== ''}" .errorMessage="${this.problem}"
                @value-changed="${event => this._changed(event.detail.value)}"></vaadin-text-field>`;
    }

    _changed(value) {
        if (value !== (this.value ?? '')) {
            this.value = value;
            this.dispatchEvent(new CustomEvent('changed', { detail: { value } }));
        }
    }
}
customElements.define('authlete-number-field', AuthleteNumberField);

const HOUR = 3600000;

const I18N = {
    formatDate: ({ year, month, day }) =>
        [String(year).padStart(4, '0'), String(month + 1).padStart(2, '0'), String(day).padStart(2, '0')].join('-'),
    parseDate: text => {
        const [, year, month, day] = (/^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim()) ?? []).map(Number);
        const date = new Date(year, month - 1, day);
        return date.getMonth() === month - 1 && date.getDate() === day ? { year, month: month - 1, day } : undefined;
    }
};

/** A point in time, in milliseconds since the epoch; null for never. */
class AuthleteTimeField extends LitElement {

    static styles = css`
        :host {
            display: block;
        }
        vaadin-date-time-picker {
            width: 100%;
            padding: 0;
        }
        .shortcuts {
            display: flex;
            flex-wrap: wrap;
            gap: 6px;
        }
    `;

    static properties = {
        label: { type: String },
        value: { attribute: false },
        now: { attribute: false },
        never: { type: Boolean },
        _text: { state: true }
    };

    /** What is wrong with the value, in words; empty if nothing is. */
    get problem() {
        return this.value !== undefined ? ''
            : `A date such as 2030-12-31 and a time such as 23:59:59${this.never ? ', or never' : ''}`;
    }

    willUpdate(changed) {
        if (changed.has('value') && this.value !== undefined) {
            this._text = this.value === null ? '' : localTime(this.value).substring(0, 19);
        }
    }

    focus() {
        this.renderRoot.querySelector('vaadin-date-time-picker')?.focus();
    }

    render() {
        return html`
            <vaadin-date-time-picker label="${this.label}" .step="${1}" .i18n="${I18N}" .autoOpenDisabled="${true}"
                date-placeholder="${this.value === null ? 'never' : ''}" .value="${this._text ?? ''}" .manualValidation="${true}"
                .invalid="${this.problem !== ''}" .errorMessage="${this.problem}"
                helper-text="Time zone: ${timeZone(this.value ?? this.now ?? Date.now())}"
                @value-changed="${event => this._entered(event.detail.value)}" @change="${this._typed}"
                @unparsable-change="${this._typed}" @focusout="${this._typed}"></vaadin-date-time-picker>
            <div class="shortcuts" role="group" aria-label="${this.label}">
                ${this._renderShortcut('now', 'Now', () => this.now)}
                ${this._renderShortcut('hour', '+1 h', () => this._later(HOUR))}
                ${this._renderShortcut('day', '+1 day', () => this._later(24 * HOUR))}
                ${this.never ? this._renderShortcut('never', 'Never', () => null) : ''}
            </div>`;
    }

    _renderShortcut(name, label, time) {
        return html`<vaadin-button class="${name}" theme="small" @click="${() => this._choose(time())}">${label}</vaadin-button>`;
    }

    _choose(value) {
        // A text that is no date is still in the field.
        this.renderRoot.querySelectorAll('vaadin-date-picker, vaadin-time-picker').forEach(picker => picker.clear());
        this._set(value);
    }

    _later(millis) {
        return Math.min((this.value ?? this.now) + millis, END_OF_TIME);
    }

    _entered(text) {
        if (text !== (this._text ?? '')) {
            this._text = text;
            const millis = new Date(text).getTime();
            this._set(Number.isNaN(millis) ? undefined : millis);
        }
    }

    /** The picker has no value for a text that is no point in time: it must not pass for never. */
    _typed() {
        const picker = this.renderRoot.querySelector('vaadin-date-time-picker');
        if (picker.value === '' && [...picker.querySelectorAll('input')].some(input => input.value !== '')) {
            this._set(undefined);
        }
    }

    _set(value) {
        if (value !== this.value) {
            this.value = value;
            this.dispatchEvent(new CustomEvent('changed', { detail: { value } }));
        }
    }
}
customElements.define('authlete-time-field', AuthleteTimeField);
