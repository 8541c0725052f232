package io.github.gmr.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;

/**
 * Knows when the last bean of a context has been destroyed: beans are destroyed in the
 * reverse order of their creation, and this one is created before those of the
 * application, as it would post-process their factory.
 */
class EndOfContext implements BeanFactoryPostProcessor, PriorityOrdered, DisposableBean {

	private @Nullable Runnable call;

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
	}

	/**
	 * Call something when the other beans have been destroyed. To be used by the thread
	 * that destroys them.
	 * @param call what to call
	 */
	void call(Runnable call) {
		this.call = call;
	}

	@Override
	public void destroy() {
		if (this.call != null) {
			this.call.run();
		}
	}

}
