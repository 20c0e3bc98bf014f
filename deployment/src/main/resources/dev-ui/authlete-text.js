/** How the pages write times, durations and names. */

const UNITS = [['day', 86400], ['h', 3600], ['min', 60], ['s', 1]];

/** The last point in time that has four digits for its year. */
export const END_OF_TIME = Date.UTC(9999, 11, 31);

/** "in 59 min", "2 days ago" */
export function relativeTime(millis, now) {
    const seconds = Math.round((millis - now) / 1000);
    const size = Math.abs(seconds);
    if (size < 1) {
        return 'now';
    }
    const [unit, length] = UNITS.find(([, length]) => size >= length);
    const count = Math.floor(size / length);
    const text = `${count} ${unit}${unit === 'day' && count !== 1 ? 's' : ''}`;
    return seconds > 0 ? `in ${text}` : `${text} ago`;
}

/** 2026-01-31T23:59:59.999, in the time zone of the browser; empty if that has no date for it */
export function localTime(millis) {
    if (!(Math.abs(millis) <= END_OF_TIME)) {
        return '';
    }
    return new Date(millis - new Date(millis).getTimezoneOffset() * 60000).toISOString().substring(0, 23);
}

/** 2026-01-31 23:59:59, in the time zone of the browser */
export function absoluteTime(millis) {
    return localTime(millis).substring(0, 19).replace('T', ' ') || 'after the year 9999';
}

/** 23:59:59.999 */
export function timeOfDay(millis) {
    return localTime(millis).substring(11);
}

export function duration(millis) {
    if (millis === undefined || millis === null) {
        return '';
    }
    if (millis >= 10000) {
        return `${(millis / 1000).toFixed(1)} s`;
    }
    return millis < 10 && !Number.isInteger(millis) ? `${millis.toFixed(1)} ms` : `${Math.round(millis)} ms`;
}

/** Europe/Berlin (UTC+02:00), as it is at that time */
export function timeZone(millis) {
    const offset = -new Date(millis).getTimezoneOffset();
    const digits = number => String(number).padStart(2, '0');
    const size = Math.abs(offset);
    return `${Intl.DateTimeFormat().resolvedOptions().timeZone} (UTC${offset < 0 ? '-' : '+'}${digits(Math.floor(size / 60))}:${digits(size % 60)})`;
}

export function serviceLabel(name) {
    return name === '<default>' ? 'default' : name;
}

export function shorten(hash) {
    return hash.length > 12 ? `${hash.substring(0, 5)}…${hash.substring(hash.length - 5)}` : hash;
}

/** "client 1234 and subject john" */
export function owner(client, subject) {
    return [client ? `client ${client}` : '', subject ? `subject ${subject}` : ''].filter(text => text).join(' and ');
}
