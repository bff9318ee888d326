/**
 * Clusters of families by text and IPC: TF-IDF, randomized SVD, k-means, choice of k, stability, labels, and ids that stay
 * over releases. The arithmetic works on arrays of fixed blocks of families; Spark only spreads the blocks.
 */
package org.smssev.jobs.measure.cluster;
