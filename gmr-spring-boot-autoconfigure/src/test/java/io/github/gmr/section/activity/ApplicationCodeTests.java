package io.github.gmr.section.activity;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ApplicationCode}.
 */
class ApplicationCodeTests {

	private final ApplicationCode code = new ApplicationCode(List.of("com.acme"));

	@ParameterizedTest
	@ValueSource(strings = { "com.acme.Orders$$SpringCGLIB$$0.find(<generated>)",
			"com.acme.Orders$$SpringCGLIB$$FastClass$$0.invoke(<generated>)",
			"com.acme.Orders$$EnhancerBySpringCGLIB$$1a2b.find(<generated>)",
			"com.acme.Orders$$Lambda$912/0x00007f8eb43a4798.run(Unknown Source)",
			"com.acme.Orders$$Lambda/0x000000001738000.run(Unknown Source)",
			"com.acme.Order$HibernateProxy$kQ1.getLines(Unknown Source)", "com.acme.$Proxy87.find(Unknown Source)",
			"com.acme.Order_$$_jvst1.getLines(Order_$$_jvst1.java)",
			"com.acme.Orders$MockitoMock$1.find(Unknown Source)", "com.acme.Orders_ClientProxy.find(Unknown Source)" })
	void topmostSkipsWhatIsGenerated(String generated) {
		assertThat(this.code.topmost(
				List.of("java.lang.Thread.sleep(Thread.java:1)", generated, "com.acme.Orders.find(Orders.java:41)")))
			.isEqualTo("com.acme.Orders.find(Orders.java:41)");
		assertThat(new ApplicationCode(List.of()).topmost(List.of(generated, "com.acme.Orders.find(Orders.java:41)")))
			.isEqualTo("com.acme.Orders.find(Orders.java:41)");
	}

	@ParameterizedTest
	@ValueSource(strings = { "com.acme.Proxy12.find(Proxy12.java:3)", "com.acme.HttpProxy.get(HttpProxy.java:9)",
			"com.acme.Orders$Line.total(Orders.java:8)", "com.acme.Orders.lambda$find$0(Orders.java:4)",
			"com.acme.OrdersKt$find$$inlined$map$1.invoke(Orders.kt:2)" })
	void topmostKeepsWhatSomeoneHasWritten(String frame) {
		assertThat(
				this.code.topmost(List.of("java.lang.Thread.sleep(Thread.java:1)", frame, "com.acme.Main.main(A:1)")))
			.isEqualTo(frame);
	}

	@Test
	void topmostWhenAllIsGeneratedIsTheFirst() {
		List<String> frames = List.of("com.acme.Orders$$SpringCGLIB$$0.find(<generated>)");
		assertThat(this.code.topmost(frames)).isEqualTo(frames.get(0));
	}

}
