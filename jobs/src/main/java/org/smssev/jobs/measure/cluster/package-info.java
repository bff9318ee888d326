/**
 * Clusters of families by text and IPC: TF-IDF, randomized SVD, k-means, labels. The arithmetic works on arrays of
 * fixed blocks of families; Spark only spreads the blocks.
 */
package org.smssev.jobs.measure.cluster;
