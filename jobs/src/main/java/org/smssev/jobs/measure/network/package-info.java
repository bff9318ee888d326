/**
 * The network stage: co-occurrence of IPC codes in families, centralities, communities and key nodes. Only
 * {@link org.smssev.jobs.measure.network.PairCounting} and the stage itself know Spark; the measures work on
 * {@link org.smssev.jobs.measure.network.CsrGraph}, a graph in flat arrays, and give the same bits on any number of
 * cores.
 */
package org.smssev.jobs.measure.network;
