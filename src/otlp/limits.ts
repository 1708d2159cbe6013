/**
 * How much of a stranger's telemetry is read. What is beyond a limit is refused with a sentence, never cut silently.
 */

/**
 * The longest body a request may have, in bytes after decompression: the Collector's own default of 20 MiB
 * (`max_request_body_size` in its config/confighttp). The protocol recommends 64 MiB, which a page need not hold.
 */
export const MAX_BODY_BYTES = 20 * 1024 * 1024;

/** How deep arrays and maps in one attribute value may nest: the default of the specification's attribute limits. */
export const MAX_VALUE_DEPTH = 64;

/** The most entries one list may have (spans of a scope, attributes of a span, buckets of a point, ...). */
export const MAX_LIST_LENGTH = 500_000;

/** The most refused items that are described one by one; the others are only counted. */
export const MAX_PROBLEMS = 20;

/**
 * How deep protobuf messages may nest. A value of the allowed depth needs three messages a level (value, list, key and
 * value) and eight around it, so everything that passes `MAX_VALUE_DEPTH` passes here.
 */
export const MAX_MESSAGE_DEPTH = 3 * MAX_VALUE_DEPTH + 16;
