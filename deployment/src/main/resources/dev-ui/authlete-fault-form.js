import { LitElement, html, css } from 'lit';
import '@vaadin/checkbox';
import './authlete-fields.js';
import { renderSelect, textStyles } from './authlete-ui.js';

/** What can go wrong, with what can be said about it. */
const KINDS = {
    STATUS: { label: 'HTTP status', fields: ['status', 'retryAfter'], lost: true },
    ACTION: { label: 'Action', fields: ['action'], operations: ['create', 'update'], lost: true },
    CONNECTION_RESET: { label: 'Connection reset', fields: [], lost: true },
    TRUNCATED_BODY: { label: 'Truncated body', fields: [], lost: true },
    DELAY: { label: 'Late answer', fields: [] },
    BATCH_FAILURE: { label: 'Batch fails half-way', fields: ['tokens'], operations: ['create-batch'] },
    UNHEALTHY: { label: 'Unhealthy', fields: [], operations: [] }
};
const OPERATIONS = ['list', 'create', 'create-batch', 'batch-status', 'update', 'delete', 'revoke'];
const ACTIONS = items(['BAD_REQUEST', 'FORBIDDEN', 'NOT_FOUND', 'INTERNAL_SERVER_ERROR']);

const PRESETS = [
    { name: 'lost-create', label: 'Lost create answer', fault: { kind: 'CONNECTION_RESET', operation: 'create', processed: true } },
    { name: 'throttle', label: '429 with RateLimit-Reset 2', fault: { kind: 'STATUS', status: '429', retryAfterSeconds: '2' } },
    { name: 'half-batch', label: 'Half a batch', fault: { kind: 'BATCH_FAILURE', operation: 'create-batch', tokens: '1' } }
];
const NOTHING = {
    operation: null, times: '1', processed: false, status: '', retryAfterSeconds: '', action: null, delayMillis: '', tokens: ''
};

/** Describes a fault. Fires "inject" with it. */
class AuthleteFaultForm extends LitElement {

    static styles = [textStyles, css`
        :host {
            display: flex;
            flex-direction: column;
            gap: 8px;
        }
        authlete-number-field {
            width: 120px;
        }
        .bar > vaadin-checkbox {
            padding-bottom: 6px;
        }
        .bar > vaadin-select {
            width: 160px;
        }
    `];

    static properties = {
        disabled: { type: Boolean },
        _form: { state: true }
    };

    constructor() {
        super();
        this._form = { kind: 'STATUS', operation: 'any', times: '1', status: '503', action: 'BAD_REQUEST', tokens: '1' };
    }

    render() {
        const kind = KINDS[this._form.kind];
        const has = field => kind.fields.includes(field);
        return html`
            <div class="bar" role="group" aria-label="Presets">
                ${PRESETS.map(({ name, label, fault }) => html`
                    <vaadin-button class="${name}" theme="small" ?disabled="${this.disabled}"
                        @click="${() => this._fire(fault)}">${label}</vaadin-button>`)}
            </div>
            <div class="bar">
                ${this._renderSelect('kind', 'Fault', Object.entries(KINDS).map(([value, { label }]) => ({ label, value })))}
                ${this._operations.length > 1 ? this._renderSelect('operation', 'Operation', items(this._operations)) : ''}
                ${has('status') ? this._renderNumber('status', 'Status', '', 200, 599, true) : ''}
                ${has('retryAfter') ? this._renderNumber('retryAfter', 'Told to wait (s)', 'none', 0, 86400) : ''}
                ${has('action') ? this._renderSelect('action', 'Action', ACTIONS) : ''}
                ${has('tokens') ? this._renderNumber('tokens', 'After tokens', '', 0, 100000, true) : ''}
                ${this._form.kind === 'DELAY' ? this._renderNumber('delay', 'Delay (ms)', '', 1, 600000, true)
                    : this._renderNumber('delay', 'Delay (ms)', 'none', 0, 600000)}
                ${this._renderNumber('times', 'Next calls', 'until cleared', 1, 1000000)}
                ${kind.lost ? html`
                    <vaadin-checkbox class="processed" label="Carry it out before"
                        title="A lost answer: the emulator does what is asked, and then fails" .checked="${!!this._form.processed}"
                        @checked-changed="${event => this._set('processed', event.detail.value)}"></vaadin-checkbox>` : ''}
                <vaadin-button class="inject" theme="primary" ?disabled="${this.disabled}" @click="${this._inject}">
                    <vaadin-icon icon="font-awesome-solid:bolt" slot="prefix"></vaadin-icon>Inject
                </vaadin-button>
            </div>`;
    }

    get _operations() {
        const operations = KINDS[this._form.kind].operations ?? OPERATIONS;
        return operations.length > 1 ? ['any', ...operations] : operations;
    }

    _renderSelect(name, label, choices) {
        return renderSelect(name, label, choices, this._form[name], value => this._set(name, value));
    }

    _renderNumber(name, label, placeholder, min, max, required = false) {
        return html`
            <authlete-number-field class="${name}" label="${label}" placeholder="${placeholder}" min="${min}" max="${max}"
                ?required="${required}" .value="${this._form[name] ?? ''}"
                @changed="${event => this._set(name, event.detail.value)}"></authlete-number-field>`;
    }

    _set(name, value) {
        if ((this._form[name] ?? '') !== value) {
            this._form = { ...this._form, [name]: value };
            if (!this._operations.includes(this._form.operation)) {
                this._form = { ...this._form, operation: this._operations[0] ?? 'any' };
            }
        }
    }

    /** Without what belongs to another kind of fault. */
    _inject() {
        const wrong = [...this.renderRoot.querySelectorAll('authlete-number-field')].find(field => field.problem);
        if (wrong) {
            wrong.focus();
            return;
        }
        const form = this._form;
        const kind = KINDS[form.kind];
        const ofKind = (field, value) => kind.fields.includes(field) ? value ?? '' : '';
        this._fire({
            kind: form.kind, operation: form.operation === 'any' ? null : form.operation, times: form.times,
            processed: !!kind.lost && !!form.processed, status: ofKind('status', form.status),
            retryAfterSeconds: ofKind('retryAfter', form.retryAfter), action: ofKind('action', form.action) || null,
            delayMillis: form.delay ?? '', tokens: ofKind('tokens', form.tokens)
        });
    }

    _fire(fault) {
        this.dispatchEvent(new CustomEvent('inject', { detail: { ...NOTHING, ...fault } }));
    }
}

function items(names) {
    return names.map(name => ({ label: name, value: name }));
}
customElements.define('authlete-fault-form', AuthleteFaultForm);
