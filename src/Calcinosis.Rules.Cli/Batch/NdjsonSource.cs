using System.IO.Compression;
using Calcinosis.Rules.Explanation;

namespace Calcinosis.Rules.Cli.Batch;

/// <summary>Records that are lines: findings documents, FHIR Bundles, or both mixed; each line says itself what it is.</summary>
internal sealed class NdjsonSource(Func<Stream> open, bool gzip, BatchAssessor assessor) : IRecordSource
{
    public IEnumerable<IRecord> Records()
    {
        using var file = open();
        using var input = gzip ? new GZipStream(file, CompressionMode.Decompress) : file;
        var reader = new RecordReader(input, Input.DocumentReader.LargestDocument);
        while (reader.TryRead(out var record))
            yield return new LineRecord(record, assessor);
    }

    private sealed class LineRecord(InputRecord record, BatchAssessor assessor) : IRecord
    {
        public IReadOnlyList<ReadOnlyMemory<byte>> Parts => [record.Utf8];

        public IReadOnlyList<Assessment> Assess() => record.TooLong ? [assessor.TooLong()] : assessor.Assess(record.Utf8);
    }
}
