package io.github.gmr.autoconfigure.properties;

import io.github.gmr.autoconfigure.part.SwitchedBy;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configuration of the keys below {@code gmr}. They are not read where reports are off,
 * so a wrong value is no hindrance then.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties
@SwitchedBy("gmr.enabled")
public class PropertiesConfiguration {

	@Bean
	GmrProperties gmrProperties() {
		return new GmrProperties();
	}

}
