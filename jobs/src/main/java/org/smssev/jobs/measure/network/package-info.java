/**
 * The network stage: co-occurrence of IPC codes in families, centralities, significance, communities and key nodes.
 * {@link org.smssev.jobs.measure.network.PairCounting} counts with Spark;
 * {@link org.smssev.jobs.measure.network.MeasuredNetwork} is the way through the rest, which works on
 * {@link org.smssev.jobs.measure.network.CsrGraph}, a graph in flat arrays, and gives the same bits on any number of cores.
 * {@link org.smssev.jobs.measure.network.GraphEngine} is where a distributed engine joins in.
 */
package org.smssev.jobs.measure.network;
