using Madoguchi.Desks;

namespace Madoguchi.Setup;

/// <summary>What the one program was asked to do.</summary>
public abstract record Command
{
    public sealed record Serve : Command;

    public sealed record Migrate : Command;

    public sealed record Help : Command;

    /// <param name="ReadsPassword">From the first line of the standard input; otherwise one is made and printed.</param>
    public sealed record AddAgent(NewAgent Agent, bool ReadsPassword) : Command;

    /// <param name="Why">One sentence.</param>
    public sealed record Wrong(string Why) : Command;
}

public static class CommandLine
{
    public const string Help = """
        Madoguchi, a support desk.

          madoguchi [serve]            serves; settings come from the environment (docs/self-hosting.md)
          madoguchi migrate            brings the database up to date and ends
          madoguchi agent add --name NAME --email ADDRESS [--desk SLUG]... [--language CODE]...
                              [--role agent|supervisor|administrator] [--shown-name NAME] [--password-stdin]
                                       adds an agent; prints a password unless one comes in on the standard input
          madoguchi --help             this text

        """;

    public static Command Read(string[] args) => args switch
    {
        [] or ["serve", ..] => new Command.Serve(),
        _ when args.Any(a => a is "--help" or "-h" or "help") => new Command.Help(),
        ["migrate"] => new Command.Migrate(),
        ["agent", "add", .. var rest] => Agent([.. rest]),
        [var first, ..] when first.StartsWith('-') => new Command.Serve(), // settings of the framework, such as --urls
        _ => new Command.Wrong($"There is no command {string.Join(' ', args)}. See --help."),
    };

    private static Command Agent(List<string> rest)
    {
        var reads = rest.Remove("--password-stdin");
        if (rest.Count % 2 != 0 || rest.Where((_, i) => i % 2 == 0).FirstOrDefault(n => n is not ("--name" or "--email" or "--desk" or "--language" or "--role" or "--shown-name")) is not null)
            return new Command.Wrong("agent add takes --name, --email, --desk, --language, --role and --shown-name, each with a value, and --password-stdin.");

        var given = rest.Chunk(2).ToLookup(pair => pair[0].TrimStart('-'), pair => pair[1]);
        if (given["name"].LastOrDefault() is not { } name || given["email"].LastOrDefault() is not { } email)
            return new Command.Wrong("agent add needs --name and --email.");
        if (!Enum.TryParse<AgentRole>(given["role"].LastOrDefault() ?? "agent", ignoreCase: true, out var role) || !Enum.IsDefined(role))
            return new Command.Wrong("--role is agent, supervisor or administrator.");

        string[] languages = [.. given["language"]];
        var agent = new NewAgent(name, email, [.. given["desk"]], languages.Length == 0 ? ["ja"] : languages, role, given["shown-name"].LastOrDefault());
        return agent.Errors().Select(e => $"--{e.Pointer.Trim('/').Split('/')[0].TrimEnd('s')}: {e.Why}").FirstOrDefault() is { } wrong
            ? new Command.Wrong(wrong) : new Command.AddAgent(agent, reads);
    }
}
