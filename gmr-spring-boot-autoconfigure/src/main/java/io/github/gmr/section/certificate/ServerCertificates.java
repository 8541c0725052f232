package io.github.gmr.section.certificate;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanWrapper;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.boot.web.server.AbstractConfigurableWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerSslBundle;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.util.StringUtils;

/**
 * The certificates of web servers that have no SSL bundle, as
 * {@code server.ssl.key-store} and {@code server.ssl.certificate} name them. A server
 * reads them once, so they are read once, too, right after the server has started: what
 * is in the file later is not what is served. That is done on a thread other than the one
 * that starts the application; reports may ask on any thread.
 */
public final class ServerCertificates implements ApplicationListener<ContextRefreshedEvent> {

	private static final String NAME = "server.ssl";

	private static final Pattern REMOTE = Pattern.compile("(https?|ftp):", Pattern.CASE_INSENSITIVE);

	private static final String NAMESPACE = "serverNamespace";

	private final ApplicationContext context;

	private final Executor executor;

	private final Map<String, FutureTask<List<CertificateValidity>>> servers = new ConcurrentSkipListMap<>();

	/**
	 * Create the certificates of the servers of an application.
	 * @param context the application context, whose children may have servers, too
	 * @param executor has a thread to read on
	 */
	public ServerCertificates(ApplicationContext context, Executor executor) {
		this.context = context;
		this.executor = executor;
	}

	@Override
	public void onApplicationEvent(ContextRefreshedEvent event) {
		ApplicationContext refreshed = event.getApplicationContext();
		String name = (refreshed == this.context) ? NAME : name(refreshed);
		if (name != null) {
			refreshed.getBeansOfType(AbstractConfigurableWebServerFactory.class, false, false)
				.values()
				.forEach((factory) -> follow(name, factory.getSsl()));
		}
	}

	/**
	 * Returns the name of a server beside the main one, which is that of management.
	 */
	private static @Nullable String name(ApplicationContext child) {
		BeanWrapper properties = PropertyAccessorFactory.forBeanPropertyAccess(child);
		Object namespace = properties.isReadableProperty(NAMESPACE) ? properties.getPropertyValue(NAMESPACE) : null;
		return (namespace != null) ? namespace + "." + NAME : null;
	}

	private void follow(String name, @Nullable Ssl ssl) {
		if (ssl == null || !hasFileOfItsOwn(ssl)) {
			return;
		}
		FutureTask<List<CertificateValidity>> reading = new FutureTask<>(
				() -> CertificateValidity.of(WebServerSslBundle.get(ssl).getStores().getKeyStore()));
		this.servers.put(name, reading);
		try {
			this.executor.execute(reading);
		}
		catch (RejectedExecutionException ex) {
			// The first report reads it
		}
	}

	/**
	 * Returns whether there is a file. Without one the keys are in a device, or somewhere
	 * in the network, which are not asked.
	 */
	private static boolean hasFileOfItsOwn(Ssl ssl) {
		String location = (ssl.getKeyStore() != null) ? ssl.getKeyStore() : ssl.getCertificate();
		return Ssl.isEnabled(ssl) && !StringUtils.hasText(ssl.getBundle()) && location != null
				&& !REMOTE.matcher(location).lookingAt();
	}

	/**
	 * Return the servers that have certificates of their own.
	 * @return their names, such as {@code "management.server.ssl"}
	 */
	List<String> names() {
		return List.copyOf(this.servers.keySet());
	}

	/**
	 * Return the certificates that a server has read.
	 * @param name the name of the server
	 * @return when its certificates are valid
	 * @throws Exception if they cannot be read
	 */
	List<CertificateValidity> validities(String name) throws Exception {
		FutureTask<List<CertificateValidity>> reading = this.servers.get(name);
		if (reading == null) {
			return List.of();
		}
		reading.run();
		try {
			return reading.get();
		}
		catch (ExecutionException ex) {
			throw (ex.getCause() instanceof Exception cause) ? cause : ex;
		}
	}

}
