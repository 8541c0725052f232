package io.github.gmr.diagnosis;

/**
 * What waits, or what is waited for: threads, or something that they may have.
 */
sealed interface WaitNode permits Standing, Resource {

}
