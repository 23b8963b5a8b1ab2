using Madoguchi.Desks;
using Madoguchi.Setup.Demo;
using Madoguchi.Setup.FirstRun;
using Madoguchi.Shared;
using Madoguchi.SignIn;
using Madoguchi.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Madoguchi.Setup;

/// <summary>From the command line to a running server, or to one sentence that says why not.</summary>
public static class StartFeature
{
    private const int Refused = 1;
    private const int Misused = 2;
    private static readonly string[] Everywhere = ["http_ports", "https_ports"];

    public static void AddStart(this IServiceCollection services, IConfiguration settings)
    {
        if (settings.GetValue<bool>("Demo"))
            services.AddHostedService<DemoFeature>();
        services.AddSingleton<FirstRunFeature>();
        services.AddHostedService(p => p.GetRequiredService<FirstRunFeature>());
    }

    public static async Task<int> Start(this WebApplication app, string[] args)
    {
        try
        {
            switch (CommandLine.Read(args))
            {
                case Command.Help:
                    await Console.Out.WriteAsync(CommandLine.Help);
                    return 0;
                case Command.Wrong(var why):
                    await Console.Error.WriteLineAsync(why);
                    return Misused;
                case Command.Migrate:
                    await app.Open();
                    await Console.Out.WriteLineAsync("The database is up to date.");
                    return 0;
                case Command.AddAgent add:
                    await app.Open();
                    return await app.Add(add);
                default:
                    RequireKey(app.Configuration);
                    await app.Open();
                    await app.RequireLoopbackForDemo();
                    app.MakeEndpointsOnce();
                    await app.RunAsync();
                    return 0;
            }
        }
        catch (Opening.RefusedException no)
        {
            await Console.Error.WriteLineAsync(no.Message);
            return Refused;
        }
    }

    private static Task Open(this WebApplication app) => app.Services.GetRequiredService<Opening>().Open(CancellationToken.None);

    private static void RequireKey(IConfiguration configuration)
    {
        if (configuration["Madoguchi:BootstrapKey"] is { Length: > 0 and < 32 })
            throw new Opening.RefusedException("Madoguchi:BootstrapKey is shorter than 32 characters: whoever guesses it is administrator. Take a longer one, or none.");
    }

    // Everybody knows the password of the demo's agents.
    private static async Task RequireLoopbackForDemo(this WebApplication app)
    {
        var configuration = app.Configuration;
        if (!configuration.GetValue<bool>("Madoguchi:Demo") && !await app.HasDemoAgents())
            return;
        var open = Everywhere.Where(p => configuration[p] is { Length: > 0 } && configuration["urls"] is not { Length: > 0 }).Select(p => $"{p}={configuration[p]}")
            .Concat((configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"] ?? "").Where(u => u.Length > 0))
                .Where(u => !BindingAddress.Parse(u).Host.IsLoopback())).FirstOrDefault();
        if (open is not null)
            throw new Opening.RefusedException($"The demo's accounts are for this computer only: {open} is not a loopback address. Use another database, or http://127.0.0.1:5080.");
    }

    private static bool IsLoopback(this string host) =>
        host == "localhost" || (System.Net.IPAddress.TryParse(host.Trim('[', ']'), out var address) && System.Net.IPAddress.IsLoopback(address));

    private static async Task<bool> HasDemoAgents(this WebApplication app)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync();
        return await db.Agents.AnyAsync(a => a.LeftAt == null && a.Email.EndsWith(DemoPeople.At));
    }

    private static async Task<int> Add(this WebApplication app, Command.AddAgent add)
    {
        var services = app.Services;
        // On SQLite the door is a lane that somebody has to open; there is no server to do it.
        var lane = services.GetServices<IHostedService>().OfType<Lane>().SingleOrDefault();
        await (lane?.StartAsync(CancellationToken.None) ?? Task.CompletedTask);
        try
        {
            var (password, now) = (add.ReadsPassword ? await Console.In.ReadLineAsync() ?? "" : Secret.Password(), services.GetRequiredService<TimeProvider>().Now);
            if (password.Length is < Passwords.Shortest or > PlainText.Line)
            {
                await Console.Error.WriteLineAsync($"The password is too short: at least {Passwords.Shortest} characters.");
                return Misused;
            }

            var hash = services.GetRequiredService<IPasswordHasher<Account>>().HashPassword(new Account(), password);
            var result = await services.GetRequiredService<Writes>().Write(async db =>
            {
                var made = await db.MakeAgent(add.Agent, now);
                if (!made.Refused(out _, out var agent))
                    await db.SetPassword(agent.AgentId, hash);
                return made;
            }, CancellationToken.None);
            return result.Refused(out var why, out _) ? await Say(Explain(why)) : await Tell(add, password);
        }
        finally
        {
            await (lane?.StopAsync(CancellationToken.None) ?? Task.CompletedTask);
        }
    }

    private static async Task<int> Tell(Command.AddAgent add, string password)
    {
        await Console.Out.WriteLineAsync(add.ReadsPassword ? $"{add.Agent.Email} may sign in." : $"{add.Agent.Email} may sign in with this password, shown this once: {password}");
        return 0;
    }

    private static async Task<int> Say(string why)
    {
        await Console.Error.WriteLineAsync(why);
        return Refused;
    }

    private static string Explain(AgentMadeRefusal why) => why switch
    {
        AgentMadeRefusal.EmailTaken => "There is an agent of that address already.",
        AgentMadeRefusal.UnknownDesk => "One of these desks does not exist.",
    };
}
