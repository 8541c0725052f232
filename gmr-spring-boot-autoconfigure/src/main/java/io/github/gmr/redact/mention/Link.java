package io.github.gmr.redact.mention;

/**
 * What links the words for a secret and the word that is read.
 */
enum Link {

	/**
	 * Nothing stands between them.
	 */
	DIRECT,

	/**
	 * Only other words do.
	 */
	NONE,

	/**
	 * A separator stands before the word.
	 */
	SIGN,

	/**
	 * A word that links others does.
	 */
	WORD,

	/**
	 * A verb that says who has the secret.
	 */
	VERB

}
