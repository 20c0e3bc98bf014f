/** How calls end, each in a colour of its own. */

export const ENDS = [
    { name: 'success', label: 'success', filter: { result: 'success', outcome: '' }, color: 'var(--lumo-success-color)' },
    { name: 'REJECTED', label: 'REJECTED', filter: { result: '', outcome: 'REJECTED' }, color: 'var(--lumo-error-color)' },
    { name: 'NOT_SENT', label: 'NOT_SENT', filter: { result: '', outcome: 'NOT_SENT' }, color: 'var(--lumo-warning-color)' },
    { name: 'UNKNOWN', label: 'UNKNOWN', filter: { result: '', outcome: 'UNKNOWN' }, color: 'var(--authlete-unknown)' },
    { name: 'cancelled', label: 'cancelled', filter: { result: 'cancelled', outcome: '' }, color: 'var(--lumo-contrast-50pct)' },
    { name: 'in flight', label: 'in flight', filter: { result: 'in flight', outcome: '' }, color: 'var(--lumo-primary-color)' }
];

/** The name of the end of a call. A cancelled call that may have taken effect is of unknown outcome, too. */
export function endOf(call) {
    if (call.mayHaveIssued) {
        return 'UNKNOWN';
    }
    return call.result === 'failure' ? call.failure?.outcome ?? 'UNKNOWN' : call.result;
}

export function endColor(name) {
    return ENDS.find(end => end.name === name).color;
}

/**
 * @param filter operation, result, outcome: blank for any; devUi: whether to hide the calls of the Dev UI;
 *        span: first and last millisecond, with a minus between them
 */
export function matches(call, filter) {
    const [from, to] = (filter.span || '').split('-').map(Number);
    return (!filter.operation || call.operation === filter.operation)
        && (!filter.result || call.result === filter.result)
        && (!filter.outcome || endOf(call) === filter.outcome)
        && (!filter.devUi || !call.devUi)
        && (!filter.span || call.time >= from && call.time <= to);
}
