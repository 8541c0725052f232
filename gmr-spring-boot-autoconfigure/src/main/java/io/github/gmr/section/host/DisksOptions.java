package io.github.gmr.section.host;

/**
 * When the section about disks raises findings: if both are reached.
 *
 * @param used the percentage of a disk in use
 * @param free how many bytes are free
 */
public record DisksOptions(int used, long free) {

}
