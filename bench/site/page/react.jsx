// A portfolio as it is usually written with React: the same content, the charts and the graph from libraries.
import { Background, Controls, ReactFlow } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useEffect, useMemo, useState } from 'react';
import { ActivityCalendar } from 'react-activity-calendar';
import { createRoot } from 'react-dom/client';
import { PolarAngleAxis, PolarGrid, Radar, RadarChart } from 'recharts';
import portfolio from '../../../public/portfolio.json';
import './react.css';

const plain = (text) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[*`]/g, '');
const technology = new Map(portfolio.technologies.map((one) => [one.id, one.name]));

function Projects() {
  const [wanted, want] = useState(null);
  // Twelve cards, as many as such a page has.
  const all = useMemo(() => Array.from({ length: 12 }, (_, at) => ({ ...portfolio.projects[at % portfolio.projects.length], key: at })), []);
  const shown = all.filter(({ technologies }) => !wanted || technologies?.includes(wanted));
  return (
    <section id="projects">
      <h2>Projects</h2>
      <p>
        {portfolio.technologies.slice(0, 12).map(({ id, name }) => (
          <button key={id} aria-pressed={wanted === id} onClick={() => want(wanted === id ? null : id)}>
            {name}
          </button>
        ))}
      </p>
      <ul className="cards">
        {shown.map(({ key, title, summary, technologies }) => (
          <li key={key}>
            <h3>{title}</h3>
            <p>{plain(summary ?? '')}</p>
            <p>{technologies?.map((id) => technology.get(id)).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Diagram({ diagram }) {
  const nodes = diagram.nodes.map(({ id, label }, at) => ({ id, data: { label }, position: { x: (at % 5) * 190, y: Math.floor(at / 5) * 110 } }));
  const edges = diagram.edges.map(({ source, target, label }, at) => ({ id: String(at), source, target, label }));
  return (
    <div className="diagram">
      <ReactFlow defaultNodes={nodes} defaultEdges={edges} fitView>
        <Background />
        <Controls />
      </ReactFlow>
    </div>
  );
}

function App() {
  useEffect(() => void performance.mark('app-ready'), []);
  const { profile, metrics, experience, skills, contributions, writing } = portfolio;
  const axes = skills.radar.axes.map(({ label, value }) => ({ label, value }));
  const days = contributions.days.slice(-180).map(({ date, count }) => ({ date, count, level: Math.min(4, Math.ceil(count / 3)) }));
  return (
    <main>
      <h1>{profile.name}</h1>
      <p>{profile.headline}</p>
      <p>{plain(profile.tagline)}</p>
      <ul>{metrics.map(({ value, label, context }) => <li key={label}><b>{value}</b> {label} {plain(context ?? '')}</li>)}</ul>
      <Projects />
      <section id="architecture">
        <h2>Architecture</h2>
        {portfolio.diagrams.map((diagram) => <Diagram key={diagram.id} diagram={diagram} />)}
      </section>
      <section id="experience">
        <h2>Experience</h2>
        {experience.map(({ name, roles }, at) => (
          <div key={at}>
            <h3>{name}</h3>
            {roles.map(({ title, achievements }, role) => (
              <div key={role}>
                <h4>{title}</h4>
                <ul>{achievements?.map((text) => <li key={text}>{plain(text)}</li>)}</ul>
              </div>
            ))}
          </div>
        ))}
      </section>
      <section id="skills">
        <h2>Skills</h2>
        <RadarChart width={480} height={360} data={axes}>
          <PolarGrid />
          <PolarAngleAxis dataKey="label" />
          <Radar dataKey="value" fill="#0a6" fillOpacity={0.4} />
        </RadarChart>
        <ActivityCalendar data={days} />
      </section>
      <section id="blog">
        <h2>Blog</h2>
        <ul>{writing.map(({ title, excerpt }) => <li key={title}><h3>{title}</h3><p>{plain(excerpt ?? '')}</p></li>)}</ul>
      </section>
    </main>
  );
}

createRoot(document.getElementById('root')).render(<App />);
