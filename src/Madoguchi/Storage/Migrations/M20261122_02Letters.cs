using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Madoguchi.Storage.Migrations;

/// <summary>Outgoing mail.</summary>
[DbContext(typeof(Db))]
[Migration("20261122000002_Letters")]
internal sealed class Letters : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var types = new Types(ActiveProvider);
        migrationBuilder.CreateTable("letters", t => new
        {
            Id = types.Id(t), CustomerId = types.Id(t, true), CaseId = types.Id(t, true), Kind = types.Text(t), To = types.Text(t), Sender = types.Text(t, true), Subject = types.Text(t), Text = types.Text(t),
            Language = types.Text(t), UpTo = types.Int(t), State = types.Text(t), CreatedAt = types.Time(t), DueAt = types.Time(t), Attempts = types.Int(t), SentAt = types.Time(t, true), Error = types.Text(t, true),
        }, constraints: t => t.PrimaryKey("PK_letters", x => x.Id));
        migrationBuilder.CreateIndex("IX_letters_State_DueAt", "letters", ["State", "DueAt"]);
        migrationBuilder.CreateIndex("IX_letters_CaseId_CreatedAt", "letters", ["CaseId", "CreatedAt"]);
        migrationBuilder.CreateTable("mail_codes", t => new
        {
            Id = types.Id(t), Proves = types.Text(t), CustomerId = types.Id(t, true), CaseId = types.Id(t, true), About = types.Text(t), Hash = types.Bytes(t),
            CreatedAt = types.Time(t), ExpiresAt = types.Time(t), Tried = types.Int(t), UsedAt = types.Time(t, true),
        }, constraints: t => t.PrimaryKey("PK_mail_codes", x => x.Id));
        migrationBuilder.CreateIndex("IX_mail_codes_CreatedAt", "mail_codes", "CreatedAt");
        migrationBuilder.CreateIndex("IX_mail_codes_CaseId", "mail_codes", "CaseId");
        migrationBuilder.CreateIndex("IX_read_marks_Reader_At", "read_marks", ["Reader", "At"]);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropIndex("IX_read_marks_Reader_At", "read_marks");
        migrationBuilder.DropTable("mail_codes");
        migrationBuilder.DropTable("letters");
    }
}
