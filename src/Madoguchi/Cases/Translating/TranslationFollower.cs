using System.Globalization;
using Madoguchi.Cases.Timeline;
using Madoguchi.Shared;
using Madoguchi.Storage;

namespace Madoguchi.Cases.Translating;

/// <summary>Fetches translations beside everything else: nobody waits for the engine, and what fails is tried again and says so meanwhile.</summary>
public sealed class TranslationFollower(Writes writes, TranslationClient engine, Signals signals, TimeProvider clock, ILogger<TranslationFollower> log) : BackgroundService
{
    /// <summary>A passing word to those who have the case open: an entry's translation has come, or has failed.</summary>
    public const string Kind = "translated";

    internal const string Topic = "translations";
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!engine.IsOn)
            return;
        using var ear = signals.Listen(Topic);
        while (!stoppingToken.IsCancellationRequested)
        {
            await ear.Wait(Poll, stoppingToken);
            try
            {
                while (await Next(stoppingToken))
                {
                }
            }
            catch (Exception away) when (away.IsDatabaseAway)
            {
                log.LogWarning("Translations wait for the database: {Reason}", away.Message);
            }
        }
    }

    private async Task<bool> Next(CancellationToken ct)
    {
        if (await writes.Write(db => db.ClaimTranslation(clock.Now), ct) is not { } errand)
            return false;
        var (text, error) = ((string?)null, (string?)null);
        try
        {
            text = await engine.Translate(errand.Text, errand.From, errand.To, ct);
        }
        catch (TranslationClient.FailedException failed)
        {
            log.LogWarning("Entry {Number} of case {Case} could not be translated: {Reason}", errand.Number, errand.CaseId, failed.Message);
            error = failed.Message;
        }

        await writes.Write(db => db.Translated(errand, text, error, clock.Now), CancellationToken.None);
        signals.Send(new Signal(Storage.Topic.Of(errand.CaseId), Kind, string.Create(CultureInfo.InvariantCulture, $$"""{"entry":{{errand.Number}}}""")));
        return true;
    }
}

/// <summary>Learns which words somebody cannot read.</summary>
public sealed class ReadingFollower(TranslationClient engine) : EntryWork
{
    public override Task Do(Db db, IReadOnlyList<Entry> entries, DateTimeOffset now) => engine.IsOn ? db.AskForTranslations(entries, now) : Task.CompletedTask;
}
