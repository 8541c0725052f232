package io.github.gmr.sick;

import java.util.regex.Pattern;

import io.github.gmr.process.Patient;
import io.github.gmr.process.TextReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks servers for reports whose requests have no thread of their own.
 */
@Timeout(180)
class AsyncRequestsIT {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					# one more than there are threads
					servlet  | /export | 3 | WARNING: 3 of 3 running requests run for longer than .*: GET /export runs for .*, asynchronously.*; because of this: All 2 threads of applicationTaskExecutor \\(task-\\*\\), which deal with requests, stand at .*AsyncServer\\.takeStock\\(AsyncServer\\.java:\\d+\\): each waits for a CountDownLatch .*
					servlet  | /export | 2 | INFO: 2 of 2 running requests .*; because of this: All 2 threads of applicationTaskExecutor .* \\(its response has begun, or it waits without a thread: maybe a stream\\) .*
					reactive | /prices | 1 | WARNING: GET /prices runs for .*, asynchronously.*; because of this: 1 of \\d event loops \\(.*\\), which deal with requests, stand at .*AsyncServer\\.takeStock\\(AsyncServer\\.java:\\d+\\): each waits for a CountDownLatch .*
					reactive | /ticks  | 2 | INFO: 2 of 2 running requests run for longer than .*: GET /ticks runs for .*, asynchronously.* \\(its response has begun, or it waits without a thread: maybe a stream\\) .*
					""")
	void reportSaysWhereRequestsStandThatHaveNoThread(String type, String path, int requests, String finding) {
		try (Patient patient = AsyncServer.patient(type).startUntil("serves at")) {
			for (int i = 0; i < requests; i++) {
				Requests.to(patient).get(path);
			}
			Pattern line = Pattern.compile("^ *" + finding + "\\[requests-slow\\]$", Pattern.MULTILINE);
			assertThat(patient.await(finding, () -> found(line, patient.report()))).isTrue();
		}
	}

	private static @Nullable Boolean found(Pattern line, TextReport report) {
		return line.matcher(report.section("Findings")).find() ? true : null;
	}

}
