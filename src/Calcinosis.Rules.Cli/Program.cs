using System.Globalization;
using Calcinosis.Rules.Cli;

// One language and one number format, whatever the machine is set to: the same input gives the same output.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

// The composition root: everything else takes what it needs as arguments.
using var terminal = Terminal.OfThisProcess();
return new CommandLineApp(new ClassifierAssessor(), terminal).Run(args);
