// An EHR hands over a FHIR R4 Bundle; back go an explanation for the clinician and FHIR for the record.
//   dotnet run --project samples/EhrIntegration -- samples/fhir/dialysis-calciphylaxis.json artifacts/assessments
using System.Globalization;
using Calcinosis.Rules;
using Calcinosis.Rules.Fhir;

if (args.Length != 2)
{
    Console.Error.WriteLine("Give the path of a FHIR R4 Bundle (JSON) and a folder for the answers.");
    return 2;
}

var classifier = new CalcinosisClassifier(); // once for the whole application; safe to share between threads
var read = FhirFindings.Read(File.ReadAllBytes(args[0]));

foreach (var issue in read.Issues)
    Console.Error.WriteLine($"{issue.Severity}: {issue.Message}");

var written = 0;
foreach (var patient in read.Patients)
{
    var assessment = classifier.Classify(patient);
    Console.WriteLine(assessment.ToText());

    // Every line of the explanation names the resource and element that it rests on.
    if (assessment.Lesions is [{ Suggestions: [var first, ..] }, ..])
    {
        foreach (var line in first.Why.Where(line => line.From.Count > 0))
            Console.WriteLine($"{line.Finding}: {string.Join(", ", line.From)}");
    }

    // What took no part is listed with its reason, never dropped in silence.
    foreach (var leftOut in patient.LeftOut)
        Console.WriteLine($"left out: {leftOut.Source} {leftOut.What} ({leftOut.Text})");

    // The file is named by a count: a name made of an identifier would carry it to wherever file names are logged.
    var path = Path.Combine(Directory.CreateDirectory(args[1]).FullName, $"assessment-{(++written).ToString(CultureInfo.InvariantCulture)}.json");
    File.WriteAllBytes(path, FhirAssessment.Write(assessment, patient, new FhirWriteOptions { MadeAt = DateTimeOffset.UtcNow, Indented = true }));
    Console.WriteLine($"FHIR R4 written to {path}");
}

return read.Patients.Count == 0 ? 2 : 0;
