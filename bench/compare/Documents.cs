using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Calcinosis.Rules.Compare.Timing;
using Calcinosis.Rules.Explanation.Json;
using Calcinosis.Rules.Findings.Json;

namespace Calcinosis.Rules.Compare;

/// <summary>From findings in memory to certainties, and from NDJSON findings to NDJSON assessments.</summary>
internal static class Documents
{
    private const int FindingsAPatient = 40;

    public static void Compare(CalcinosisClassifier classifier, int rounds, int count)
    {
        var random = new RandomDocuments(seed: 20261031);
        var texts = Enumerable.Range(0, count).Select(number => Encoding.UTF8.GetBytes(random.Next(number, FindingsAPatient))).ToArray();
        var documents = texts.Select(text => FindingsJson.Read(text).Document!).ToArray();
        var tokens = documents.Select(document => Tokens.Of(Encoding.UTF8.GetBytes(classifier.Classify(document).ToJson()))).ToArray();
        var output = new ArrayBufferWriter<byte>(1 << 20);
        using var bare = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Tables.Table($"Findings in memory, {FindingsAPatient} a patient", "JsonDocument.Parse of the same documents", RoundRobin.Run(rounds,
        [
            ("JsonDocument.Parse of the documents", Parse, count),
            ("types and certainties (Summarise)", patient => classifier.Summarise(documents[patient]), count),
            ("interpretation alone", patient => classifier.Interpret(documents[patient]), count),
            ("whole assessment with reasons (Classify)", patient => classifier.Classify(documents[patient]), count),
        ]));
        Tables.Table("NDJSON findings to NDJSON assessments", "bare reading and writing of the same bytes", RoundRobin.Run(rounds,
        [
            ("bare Utf8JsonReader read + Utf8JsonWriter write", ReadAndWrite, count),
            ("the whole way: read, check, interpret, classify, explain, write", Whole, count),
            ("reading the findings alone", patient => FindingsJson.Read(texts[patient]), count),
        ]), $"A document is {texts.Average(text => text.Length):F0} bytes, its assessment {tokens.Average(list => list.Bytes):F0} bytes.");

        void Parse(int patient)
        {
            using var document = JsonDocument.Parse(texts[patient]);
        }

        void ReadAndWrite(int patient)
        {
            var reader = new Utf8JsonReader(texts[patient]);
            while (reader.Read())
            {
            }

            output.ResetWrittenCount();
            bare.Reset(output);
            tokens[patient].Write(bare);
            bare.Flush();
        }

        void Whole(int patient)
        {
            output.ResetWrittenCount();
            AssessmentJson.WriteLine(classifier.ClassifyJson(texts[patient]), output);
        }
    }

    /// <summary>A JSON text taken apart, to be written again with nothing else to do.</summary>
    private sealed class Tokens
    {
        private readonly List<(JsonTokenType Type, string Text)> _tokens = [];

        public int Bytes { get; private init; }

        public static Tokens Of(byte[] json)
        {
            var result = new Tokens { Bytes = json.Length };
            var reader = new Utf8JsonReader(json);
            while (reader.Read())
                result._tokens.Add((reader.TokenType, reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String ? reader.GetString()! : Encoding.UTF8.GetString(reader.ValueSpan)));
            return result;
        }

        public void Write(Utf8JsonWriter writer)
        {
            foreach (var (type, text) in _tokens)
            {
                switch (type)
                {
                    case JsonTokenType.StartObject:
                        writer.WriteStartObject();
                        break;
                    case JsonTokenType.EndObject:
                        writer.WriteEndObject();
                        break;
                    case JsonTokenType.StartArray:
                        writer.WriteStartArray();
                        break;
                    case JsonTokenType.EndArray:
                        writer.WriteEndArray();
                        break;
                    case JsonTokenType.PropertyName:
                        writer.WritePropertyName(text);
                        break;
                    case JsonTokenType.String:
                        writer.WriteStringValue(text);
                        break;
                    case JsonTokenType.Null:
                        writer.WriteNullValue();
                        break;
                    default:
                        writer.WriteRawValue(text, skipInputValidation: true);
                        break;
                }
            }
        }
    }
}
