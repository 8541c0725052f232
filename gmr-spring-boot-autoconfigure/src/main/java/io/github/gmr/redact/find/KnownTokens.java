package io.github.gmr.redact.find;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Finds tokens that say by their first characters who issued them.
 */
final class KnownTokens implements SecretFinder {

	/**
	 * First characters of a token, and how many more make one.
	 */
	private record Prefix(String text, int rest) {

		/**
		 * Return whether nothing but a token begins like this.
		 */
		boolean isClear() {
			return this.text.endsWith("_live_") || this.text.endsWith("_test_");
		}

	}

	private static final Map<Character, List<Prefix>> PREFIXES = byFirst("""
			eyJ 17, AKIA 12, ASIA 12, ABIA 12, ACCA 12, A3T 13, AIza 20, ya29. 10, GOCSPX- 10,
			ghp_ 16, gho_ 16, ghu_ 16, ghs_ 16, ghr_ 16, github_pat_ 16, glpat- 10, gldt- 10, glrt- 10, glcbt- 10,
			xoxa- 6, xoxb- 6, xoxe- 6, xoxe. 6, xoxo- 6, xoxp- 6, xoxr- 6, xoxs- 6, xapp- 6,
			sk_live_ 4, sk_test_ 4, rk_live_ 4, rk_test_ 4, pk_live_ 4, whsec_ 8, SG. 16, npm_ 16, pypi- 16,
			hvs. 4, hvb. 4, hvr. 4, sk-proj- 10, sk-ant- 10, sk-or- 10, sk-svcacct- 10, sk- 20,
			shpat_ 10, shpss_ 10, shpca_ 10, shppa_ 10, dop_v1_ 10, doo_v1_ 10, dor_v1_ 10, dapi 28, dckr_pat_ 10,
			lin_api_ 10, ntn_ 16, figd_ 10, hf_ 16, gsk_ 16, pplx- 16, r8_ 16, glsa_ 16, glc_ 16,
			NRAK- 10, NRII- 10, NRJS- 10, PMAK- 10, sntrys_ 10, sntryu_ 10, atlasv1. 10, ATATT3 16, ATCTT3 16, ATBB 16,
			AGE-SECRET-KEY- 10, sq0atp- 10, sq0csp- 10, rubygems_ 10, tfp_ 10, pscale_ 10, pul- 16,
			dp.pt. 10, dp.st. 10, LTAI 12, AKID 12, nfp_ 16, vercel_ 16, xkeysib- 16,
			tskey- 10, phc_ 16, oauth: 20, CFPAT- 10, ops_ey 16""");

	private static final IntPredicate PART = Scan.visibleExcept("\"'`,;&<>(){}[]|/@:?");

	private static final String INNOCENT_END = "._-";

	@Override
	public void find(String text, Marks marks) {
		boolean inside = false;
		for (int i = 0; i < text.length(); i++) {
			boolean part = isPart(text.charAt(i));
			if (part && !inside) {
				i = Math.max(i, end(text, i, marks) - 1);
			}
			inside = isWordPart(text.charAt(i));
		}
	}

	private static int end(String text, int start, Marks marks) {
		List<Prefix> prefixes = PREFIXES.get(text.charAt(start));
		if (prefixes == null) {
			return start;
		}
		for (Prefix prefix : prefixes) {
			if (text.startsWith(prefix.text(), start)) {
				int end = endOfRun(text, start + prefix.text().length());
				if (end - start - prefix.text().length() >= prefix.rest()
						&& (prefix.isClear() || isToken(text, start, end))) {
					marks.mark(start, end);
					return end;
				}
			}
		}
		return start;
	}

	/**
	 * Return whether the text is a token and not words with dashes between them.
	 */
	private static boolean isToken(String text, int start, int end) {
		return text.substring(start, end).chars().anyMatch((ch) -> ch >= '0' && ch <= '9' || ch >= 'A' && ch <= 'Z');
	}

	private static int endOfRun(String text, int start) {
		int end = Scan.end(text, start, PART);
		return Scan.start(text, start, end, (ch) -> INNOCENT_END.indexOf(ch) >= 0);
	}

	private static boolean isPart(char ch) {
		return isWordPart(ch) || ch == '-' || ch == '.' || ch == '+' || ch == '=' || ch == '~';
	}

	private static boolean isWordPart(char ch) {
		return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || (ch >= '0' && ch <= '9') || ch == '_';
	}

	private static Map<Character, List<Prefix>> byFirst(String prefixes) {
		Map<Character, List<Prefix>> byFirst = new TreeMap<>();
		for (String prefix : prefixes.trim().split("\\s*,\\s*")) {
			String[] parts = prefix.trim().split("\\s+");
			Prefix parsed = new Prefix(parts[0], Integer.parseInt(parts[1]));
			byFirst.computeIfAbsent(parts[0].charAt(0), (first) -> new ArrayList<>()).add(parsed);
		}
		return byFirst;
	}

}
