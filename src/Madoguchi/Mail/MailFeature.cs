using Madoguchi.Cases.Timeline;
using Madoguchi.Mail.Answering;
using Madoguchi.Mail.Keeping;
using Madoguchi.Mail.Openings;
using Madoguchi.Mail.Proving;
using Madoguchi.Mail.Returning;
using Madoguchi.Mail.Sending;
using Madoguchi.Storage;

namespace Madoguchi.Mail;

public static class MailFeature
{
    /// <summary>Where letters are kept as files when no mail server is set.</summary>
    public static string Folder(Engine engine) => Path.Combine(engine.DataFolder, "mail");

    public static void AddMail(this IServiceCollection services)
    {
        services.AddSingleton(p => Read(p.GetRequiredService<IConfiguration>()));
        services.AddSingleton<PostOffice>(p => p.GetRequiredService<MailSettings>().Server is { } server ? new SmtpClient(server) : new EmlClient(Folder(p.GetRequiredService<Engine>())));
        services.AddSingleton<Mailbox>();
        services.AddSingleton<LetterFollower>();
        services.AddHostedService(p => p.GetRequiredService<LetterFollower>());
        services.AddSingleton<EntryWork, AnswersFollower>();
        services.AddSingleton<OutboxWork, LookFollower>();
        services.AddSingleton<AbsenceFollower>();
        services.AddHostedService(p => p.GetRequiredService<AbsenceFollower>());
    }

    public static void MapMail(this IEndpointRouteBuilder callers, IEndpointRouteBuilder api, IEndpointRouteBuilder agents, IEndpointRouteBuilder administrators)
    {
        api.MapOpenings();
        callers.MapProving();
        agents.MapLinks();
        administrators.MapLetters();
    }

    // A server that cannot send what it promises does not start.
    private static MailSettings Read(IConfiguration configuration)
    {
        var (settings, wrong) = MailSettings.Read(configuration);
        return settings ?? throw new Opening.RefusedException(wrong ?? "");
    }
}
