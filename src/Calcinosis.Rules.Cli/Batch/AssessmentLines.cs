using System.Buffers;
using System.Text.Json;
using Calcinosis.Rules.Explanation;
using Calcinosis.Rules.Explanation.Json;

namespace Calcinosis.Rules.Cli.Batch;

/// <summary>How assessments are written into the output: whole, a line each, or as one flat row for analysts.</summary>
internal interface ILineFormat
{
    void Write(Assessment assessment, IBufferWriter<byte> output);
}

/// <summary>The assessment document, byte for byte as for one patient alone.</summary>
internal sealed class AssessmentLines : ILineFormat
{
    public void Write(Assessment assessment, IBufferWriter<byte> output)
    {
        AssessmentJson.WriteLine(assessment, output);
        output.Write("\n"u8);
    }
}

/// <summary>One flat row a patient: the columns of the Parquet file.</summary>
internal sealed class FlatRows : ILineFormat
{
    private static readonly JsonWriterOptions Options = new() { NewLine = "\n" };

    public void Write(Assessment assessment, IBufferWriter<byte> output)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            foreach (var column in FlatColumns.All)
                column.Write(json, assessment);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }
}
