; The Windows installer, for Inno Setup 6.3 or newer. packaging/windows/build.ps1 builds the bundle and
; the icon, and calls
;     iscc /DAppVersion=0.1.0 packaging\windows\recovery-coach.iss
; With /DSign and /Ssign=COMMAND the installer and the uninstaller are signed by COMMAND.

#ifndef AppVersion
  #error Give the version: /DAppVersion=...
#endif
#ifndef Bundle
  #define Bundle "..\..\build\bundle\recovery-coach"
#endif
#ifndef Icon
  #define Icon "..\..\build\icons\recovery-coach.ico"
#endif
#ifndef HomePage
  #error Give the address of [project.urls] Homepage: /DHomePage=...
#endif

[Setup]
; Never change it: by this id a newer version finds the older one and takes its place.
AppId={{6C1B0A5E-6E0B-4C0B-9B57-2F1D3A9C7E42}
AppName=Recovery Coach
AppVersion={#AppVersion}
AppVerName=Recovery Coach {#AppVersion}
AppPublisher=Recovery Coach
AppPublisherURL={#HomePage}
AppSupportURL={#HomePage}
VersionInfoVersion={#AppVersion}
; For whoever runs it, without asking an administrator; /ALLUSERS installs for everybody.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=commandline
DefaultDirName={autopf}\Recovery Coach
; Always that folder: an upgrade clears a part of it, which must not be somebody else's.
DisableDirPage=yes
DisableProgramGroupPage=yes
; What Qt 6.11 supports: Windows 10 1809, on x64 or an ARM that runs x64.
MinVersion=10.0.17763
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
; An open window is asked to close; what was done in it is in the journal already.
CloseApplications=yes
RestartApplications=no
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
SetupIconFile={#Icon}
UninstallDisplayIcon={app}\Recovery Coach.exe
UninstallDisplayName=Recovery Coach
OutputDir=..\..\dist
OutputBaseFilename=recovery-coach-{#AppVersion}-setup
#ifdef Sign
SignTool=sign
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

[CustomMessages]
en.JournalStays=Your journal, its backups and your settings stay in%n%n%1%n%nInstall Recovery Coach again to go on with them, or delete this folder to be rid of them.
de.JournalStays=Ihr Tagebuch, seine Sicherungen und Ihre Einstellungen bleiben in%n%n%1%n%nInstallieren Sie Recovery Coach wieder, um damit weiterzumachen, oder löschen Sie diesen Ordner, um sie loszuwerden.

[InstallDelete]
; Parts of an older version must not be found by the newer one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
; The window, and the same program for the terminal; both use _internal.
Source: "{#Bundle}\Recovery Coach.exe"; DestDir: "{app}"; Flags: ignoreversion
Source: "{#Bundle}\recovery-coach.exe"; DestDir: "{app}"; Flags: ignoreversion
Source: "{#Bundle}\_internal\*"; DestDir: "{app}\_internal"; Flags: ignoreversion recursesubdirs

[Icons]
Name: "{autoprograms}\Recovery Coach"; Filename: "{app}\Recovery Coach.exe"

[Run]
Filename: "{app}\Recovery Coach.exe"; Description: "{cm:LaunchProgram,Recovery Coach}"; Flags: nowait postinstall skipifsilent

[Code]
{ The journal is not ours to remove, so nothing here touches it: it is said where it is. }
procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
var
  Folder: String;
begin
  Folder := ExpandConstant('{localappdata}\recovery-coach');
  if (CurUninstallStep = usPostUninstall) and DirExists(Folder) and not UninstallSilent then
    MsgBox(FmtMessage(CustomMessage('JournalStays'), [Folder]), mbInformation, MB_OK);
end;
