using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Who was told of a decision, texts to decide with, the weekly digest, and the developers' trackers.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000036_Trackers")]
internal sealed class Trackers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        foreach (var title in Titles)
            migrationBuilder.AddColumn<string>(title, "decisions", types.IsPostgres ? "text" : "TEXT", nullable: true);
        migrationBuilder.CreateTable("decision_recipients", t => new
        {
            Id = types.Id(t), DecisionId = types.Id(t), CustomerId = types.Id(t), State = types.Text(t), CaseId = types.Id(t, true), Mailed = types.Flag(t), DoneAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_decision_recipients", x => x.Id));
        migrationBuilder.CreateIndex("IX_decision_recipients_DecisionId_CustomerId", "decision_recipients", ["DecisionId", "CustomerId"], unique: true);
        migrationBuilder.CreateTable("decision_drafts", t => new
        {
            Id = types.Id(t), VoiceId = types.Id(t), State = types.Text(t), Version = types.Text(t, true), TextJa = types.Text(t, true), TextEn = types.Text(t, true), From = types.Text(t), At = types.Time(t), SettledAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_decision_drafts", x => x.Id));
        migrationBuilder.CreateIndex("IX_decision_drafts_VoiceId", "decision_drafts", "VoiceId");
        migrationBuilder.CreateTable("decision_texts", t => new { Slug = types.Text(t), State = types.Text(t), Ja = types.Text(t), En = types.Text(t), ChangedAt = types.Time(t), ByName = types.Text(t) },
            constraints: t => t.PrimaryKey("PK_decision_texts", x => x.Slug));
        migrationBuilder.CreateTable("voice_keepings", t => new { Id = types.Id(t), Unlisted = types.Flag(t), RemindedAt = types.Time(t, true) }, constraints: t => t.PrimaryKey("PK_voice_keepings", x => x.Id));
        migrationBuilder.CreateTable("digests", t => new { Week = types.Text(t), MadeAt = types.Time(t), Body = types.Text(t) }, constraints: t => t.PrimaryKey("PK_digests", x => x.Week));
        migrationBuilder.CreateTable("digest_readers", t => new { Id = types.Id(t), Address = types.Text(t), Language = types.Text(t), At = types.Time(t), ByName = types.Text(t) },
            constraints: t => t.PrimaryKey("PK_digest_readers", x => x.Id));
        Ours(migrationBuilder, types);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in (string[])["tracker_heard", "tracker_deliveries", "tracker_links", "trackers", "digest_readers", "digests", "voice_keepings", "decision_texts", "decision_drafts", "decision_recipients"])
            migrationBuilder.DropTable(table);
        foreach (var title in Titles)
            migrationBuilder.DropColumn(title, "decisions");
    }

    private static readonly string[] Titles = ["TitleJa", "TitleEn"];

    private static void Ours(MigrationBuilder migrationBuilder, Types types)
    {
        migrationBuilder.CreateTable("trackers", t => new
        {
            Id = types.Id(t), Kind = types.Text(t), Name = types.Text(t), Url = types.Text(t), Secret = types.Text(t), Project = types.Text(t, true), IssueKind = types.Text(t, true), TemperatureField = types.Int(t, true), Language = types.Text(t), Meanings = types.Text(t),
            TellsByItself = types.Flag(t), PausedAt = types.Time(t, true), CreatedAt = types.Time(t), LastAt = types.Time(t, true), Error = types.Text(t, true), AskedAt = types.Time(t, true), AskError = types.Text(t, true), HeardTo = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_trackers", x => x.Id));
        migrationBuilder.CreateTable("tracker_links", t => new
        {
            TrackerId = types.Id(t), VoiceId = types.Id(t), RemoteId = types.Text(t, true), Url = types.Text(t, true), Remote = types.Text(t, true), Degrees = t.Column<double>(types.IsPostgres ? "double precision" : "REAL"), Customers = types.Int(t), SentAt = types.Time(t),
        }, constraints: t => t.PrimaryKey("PK_tracker_links", x => new { x.TrackerId, x.VoiceId }));
        migrationBuilder.CreateIndex("IX_tracker_links_VoiceId", "tracker_links", "VoiceId");
        migrationBuilder.CreateTable("tracker_deliveries", t => new
        {
            Id = types.Id(t), TrackerId = types.Id(t), VoiceId = types.Id(t), Event = types.Text(t), Body = types.Text(t, true), State = types.Text(t), CreatedAt = types.Time(t), DueAt = types.Time(t), Attempts = types.Int(t), DoneAt = types.Time(t, true), Error = types.Text(t, true),
        }, constraints: t => t.PrimaryKey("PK_tracker_deliveries", x => x.Id));
        migrationBuilder.CreateIndex("IX_tracker_deliveries_State_DueAt", "tracker_deliveries", ["State", "DueAt"]);
        migrationBuilder.CreateIndex("IX_tracker_deliveries_TrackerId_CreatedAt", "tracker_deliveries", ["TrackerId", "CreatedAt"]);
        migrationBuilder.CreateTable("tracker_heard", t => new { TrackerId = types.Id(t), MessageId = types.Text(t), At = types.Time(t), Answer = types.Text(t) }, constraints: t => t.PrimaryKey("PK_tracker_heard", x => new { x.TrackerId, x.MessageId }));
    }
}
