using Escalation.Cli;

// Arguments → verb → scenario → replications → folder and answer. What fails is one line and an exit code.
using var terminal = Terminal.OfProcess(isPlain: args.Contains("--no-color"));
return Application.Run(args, terminal, TimeProvider.System);
