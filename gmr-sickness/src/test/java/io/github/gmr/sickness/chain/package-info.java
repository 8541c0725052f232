/**
 * Work that waits for what waits for something else.
 */
package io.github.gmr.sickness.chain;
