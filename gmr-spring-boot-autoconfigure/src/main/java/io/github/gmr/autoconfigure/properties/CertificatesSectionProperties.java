package io.github.gmr.autoconfigure.properties;

import java.time.Duration;

/**
 * Properties of the section about certificates.
 */
public class CertificatesSectionProperties {

	/**
	 * Time before its end from which on a certificate raises a finding.
	 */
	private Duration expiryThreshold = Duration.ofDays(14);

	public Duration getExpiryThreshold() {
		return this.expiryThreshold;
	}

	public void setExpiryThreshold(Duration expiryThreshold) {
		this.expiryThreshold = Ranges.notNegative("gmr.section.certificates.expiry-threshold", expiryThreshold);
	}

}
