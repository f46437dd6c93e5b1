using Calcinosis.Rules;

var classifier = new CalcinosisClassifier();
var assessment = classifier.ClassifyJson(File.ReadAllBytes(args[0]));
Console.WriteLine(assessment.ToText());
